// What the extension itself says, in both languages; everything else comes from the program.
const words = {
  vi: {
    reason: (code) => `Lý do bỏ qua ${code}, ghi vào văn bản thành chú thích`,
    reasonNeeded: 'cần một lý do',
    rule: 'Mã hoặc tên quy tắc, ví dụ VD103',
    noRule: (code) => `không có quy tắc ${code}`,
    notStarted: (path, why) => `không chạy được "${path} lsp" (${why}); đặt vanthu.path`,
    settings: 'Mở thiết lập',
  },
  en: {
    reason: (code) => `Why ${code} may stay; goes into the document as a comment`,
    reasonNeeded: 'a reason is needed',
    rule: 'Code or name of a rule, such as VD103',
    noRule: (code) => `there is no rule ${code}`,
    notStarted: (path, why) => `"${path} lsp" could not be started (${why}); set vanthu.path`,
    settings: 'Open settings',
  },
};

// `language` as editors have it: "vi", "en-us".
module.exports = (language) => (language.startsWith('vi') ? words.vi : words.en);
