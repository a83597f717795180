// Where a missing component belongs: after the last present component that comes before it in the layout of a document
// (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục IV).
#pragma once
#include "vanthu/document.hpp"
#include "vanthu/facts.hpp"

namespace vanthu {

// Rank of a component in the layout: header 0, type name 1 … signature 7; components side by side share a rank. -1: no fixed place.
int layout_rank(ComponentKind kind);

// An empty span in Document::text: the end of the last component of a lower rank, else the start of the first one of a higher rank, else 0.
Span place_of(Facts const& facts, ComponentKind missing);

}  // namespace vanthu
