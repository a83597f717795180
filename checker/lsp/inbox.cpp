#include "lsp/inbox.hpp"

#include <utility>

namespace vanthu::lsp {

void Inbox::put(Message message) {
  std::lock_guard const lock(mutex_);
  if (auto const id = message.kind == MessageKind::notification ? cancelled_id(message) : std::nullopt) {
    if (auto const request = open_.find(*id); request != open_.end()) request->second = true;
    return;
  }
  if (message.kind == MessageKind::request) open_.emplace(*message.id, false);
  waiting_.push_back(std::move(message));
  came_.notify_one();
}

void Inbox::close() {
  std::lock_guard const lock(mutex_);
  closed_ = true;
  came_.notify_one();
}

std::optional<Message> Inbox::take(bool may_wait) {
  std::unique_lock lock(mutex_);
  if (may_wait) came_.wait(lock, [&] { return closed_ || !waiting_.empty(); });
  if (waiting_.empty()) return std::nullopt;
  auto message = std::move(waiting_.front());
  waiting_.pop_front();
  return message;
}

bool Inbox::ended() const {
  std::lock_guard const lock(mutex_);
  return closed_ && waiting_.empty();
}

bool Inbox::cancelled(Id const& id) const {
  std::lock_guard const lock(mutex_);
  auto const request = open_.find(id);
  return request != open_.end() && request->second;
}

void Inbox::answered(Id const& id) {
  std::lock_guard const lock(mutex_);
  open_.erase(id);
}

}  // namespace vanthu::lsp
