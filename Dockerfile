# vanthu on Debian 12: for the GitHub Action (action.yml) and, from your own registry, for the GitLab template (templates/vanthu.yml).
FROM debian:12 AS build
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates
COPY . /vanthu
RUN /vanthu/dev package

FROM debian:12
COPY --from=build /vanthu/build/release/vanthu.deb /tmp/
RUN apt-get update && apt-get install -y --no-install-recommends git /tmp/vanthu.deb && rm -rf /tmp/vanthu.deb /var/lib/apt/lists/*
COPY packaging/action.sh /usr/local/bin/vanthu-action
ENTRYPOINT ["vanthu-action"]
