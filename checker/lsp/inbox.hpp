// Messages between the thread that reads them and the one that works. Knows which requests the client has taken back meanwhile.
#pragma once
#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <optional>

#include "lsp/wire/message.hpp"

namespace vanthu::lsp {

class Inbox {
 public:
  void put(Message message);
  // Nothing more will come.
  void close();

  // The next message; where none waits, waits for one if `may_wait`. Nothing when there is none (any more).
  std::optional<Message> take(bool may_wait);
  bool ended() const;  // closed, and everything was taken

  bool cancelled(Id const& id) const;
  // It was answered: a cancellation that comes later means nothing.
  void answered(Id const& id);

 private:
  mutable std::mutex mutex_;
  std::condition_variable came_;
  std::deque<Message> waiting_;
  std::map<Id, bool> open_;  // requests that are not answered: whether they are cancelled
  bool closed_ = false;
};

}  // namespace vanthu::lsp
