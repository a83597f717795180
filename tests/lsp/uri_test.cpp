// URIs of files, with Vietnamese names, from editors that escape each in their own way.
#include "lsp/uri.hpp"

#include <gtest/gtest.h>

namespace vanthu::lsp {
namespace {

TEST(Uri, GivesThePath) {
  struct Case {
    std::string_view uri, path;
  };
  for (auto const& [uri, path] : {
           Case{"file:///a/b.md", "/a/b.md"},
           Case{"file:///a/D%E1%BB%B1%20th%E1%BA%A3o.md", "/a/Dự thảo.md"},
           Case{"file:///a/d%e1%bb%b1.md", "/a/dự.md"},
           Case{"file:///a/Dự thảo.md", "/a/Dự thảo.md"},
           Case{"file://localhost/a", "/a"},
           Case{"file:///a/./b/../c.md", "/a/c.md"},
           Case{"file:///../../a", "/a"},
           Case{"file:///a%23b.md?x#y", "/a#b.md"},
           Case{"file://host/a", ""},
           Case{"untitled:Untitled-1", ""},
           Case{"file:///a%", ""},
           Case{"file:///a%4", ""},
           Case{"file:///a%zz", ""},
           Case{"file:///a%00b", ""},
           Case{"file:a", ""},
           Case{"", ""},
       })
    EXPECT_EQ(path_of(uri), path) << uri;
}

TEST(Uri, EscapesWhatMustBe) {
  EXPECT_EQ(uri_of("/a/Dự thảo (1).md"), "file:///a/D%E1%BB%B1%20th%E1%BA%A3o%20%281%29.md");
  EXPECT_EQ(path_of(uri_of("/a/%41?#;ệ")), "/a/%41?#;ệ");
}

}  // namespace
}  // namespace vanthu::lsp
