#!/bin/bash
# action.sh PATHS SINCE BASELINE FAIL_ON SARIF HTML: what the GitHub Action runs; empty words are left out.
set -euo pipefail
# The checkout belongs to another user than the container's.
export GIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0=safe.directory GIT_CONFIG_VALUE_0='*'
options=(--format github --fail-on "${4:-error}")
[[ -z ${2:-} ]] || options+=(--since "$2")
[[ -z ${3:-} ]] || options+=(--baseline "$3")
[[ -z ${5:-} ]] || options+=(--output "sarif:$5")
[[ -z ${6:-} ]] || options+=(--output "html:$6")
mapfile -t paths < <(printf '%s\n' "${1:-.}" | grep -v '^[[:space:]]*$')
exec vanthu check "${options[@]}" -- "${paths[@]}"
