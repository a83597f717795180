// Prints the blocks of files as the reader sees them: kind, column, rows, blank_before, percent emphasized, text. For development.
#include <fmt/format.h>

#include <fstream>
#include <iterator>
#include <string>

#include "vanthu/read.hpp"

namespace {

char const* name_of(vanthu::BlockKind kind) {
  switch (kind) {
    case vanthu::BlockKind::paragraph: return "par ";
    case vanthu::BlockKind::heading: return "head";
    case vanthu::BlockKind::list_item: return "item";
    case vanthu::BlockKind::table_cell: return "cell";
  }
  return "";
}

void dump(vanthu::Document const& document) {
  for (auto const& block : document.blocks) {
    fmt::print("{} {} {:>4}-{:<4}{} {:>3} {}\n", name_of(block.kind), "WLR"[static_cast<int>(block.column)], block.row, block.last_row,
               block.blank_before ? "b" : " ", block.emphasized, slice(document.text, block.span));
  }
}

}  // namespace

int main(int argc, char** argv) {
  int status = 0;
  for (int i = 1; i < argc; ++i) {
    std::ifstream file(argv[i], std::ios::binary);
    std::string const bytes{std::istreambuf_iterator<char>(file), {}};
    if (argc > 2) fmt::print("== {}\n", argv[i]);
    auto const read = vanthu::read(bytes, argv[i]);
    if (auto const* error = std::get_if<vanthu::ReadError>(&read)) {
      fmt::print("{}: {}\n", error->kind, error->message_vi);
      status = 3;
    } else {
      dump(std::get<vanthu::Document>(read));
    }
  }
  return status;
}
