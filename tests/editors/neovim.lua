-- Run inside Neovim: opens each document of the job, waits for what the server says of it, applies each fix that is asked for and takes it
-- back. Job and result are JSON; places are those of Neovim: lines from 0, columns in bytes.
local job = vim.fn.json_decode(vim.fn.readfile(vim.env.VANTHU_JOB))
vim.g.vanthu_cmd = job.command
local told = {}
local show = vim.lsp.handlers['textDocument/publishDiagnostics']
vim.lsp.handlers['textDocument/publishDiagnostics'] = function(err, result, context, config)
  show(err, result, context, config)
  told[result.uri] = (told[result.uri] or 0) + 1
end
vim.cmd('source ' .. job.plugin)

local function text_of(buffer)
  local text = table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, true), '\n')
  return vim.bo[buffer].endofline and text .. '\n' or text
end

local function client_of(buffer)
  local all = vim.lsp.get_clients and vim.lsp.get_clients({ bufnr = buffer }) or vim.tbl_values(vim.lsp.buf_get_clients(buffer))
  return all[1]
end

local function apply(buffer, wanted)
  local answers = vim.lsp.buf_request_sync(buffer, 'textDocument/codeAction',
    { textDocument = { uri = vim.uri_from_bufnr(buffer) }, range = wanted.range, context = { diagnostics = {} } }, 5000)
  for _, answer in pairs(answers or {}) do
    for _, action in ipairs(answer.result or {}) do
      local of = action.diagnostics and action.diagnostics[1]
      if action.edit and action.title == wanted.title and of.code == wanted.code and vim.deep_equal(of.range, wanted.range) then
        vim.lsp.util.apply_workspace_edit(action.edit, client_of(buffer).offset_encoding)
        return true
      end
    end
  end
  return false
end

local out = {}
for _, document in ipairs(job.documents) do
  vim.cmd('edit ' .. vim.fn.fnameescape(document.path))
  vim.bo.filetype = document.path:match('%.md$') and 'markdown' or 'text'
  local buffer = vim.api.nvim_get_current_buf()
  local uri = vim.uri_from_bufnr(buffer)
  vim.wait(10000, function() return told[uri] end, 2)
  local result = { told = told[uri] ~= nil, findings = {}, fixed = {} }
  local ranges = {}
  for _, d in ipairs(vim.diagnostic.get(buffer)) do
    local lsp = d.user_data.lsp
    table.insert(result.findings, { d.lnum, d.col, d.end_lnum, d.end_col, lsp.code, d.message, d.severity })
  end
  local original = vim.api.nvim_buf_get_lines(buffer, 0, -1, true)
  for _, wanted in ipairs(document.fixes) do
    local applied = apply(buffer, wanted)
    table.insert(result.fixed, applied and text_of(buffer) or false)
    if applied then vim.api.nvim_buf_set_lines(buffer, 0, -1, true, original) end
  end
  table.insert(out, result)
end
vim.fn.writefile({ vim.fn.json_encode(out) }, vim.env.VANTHU_RESULT)
vim.cmd('qall!')
