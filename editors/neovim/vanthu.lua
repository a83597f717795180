-- vanthu for Neovim 0.7 and later: ~/.config/nvim/plugin/vanthu.lua. `vim.g.vanthu_cmd` may name the program.
local config = {
  name = 'vanthu',
  cmd = vim.g.vanthu_cmd or { 'vanthu', 'lsp' },
  filetypes = { 'markdown', 'text' },
  root_markers = { 'vanthu.toml', '.git' },
}

if vim.fn.has('nvim-0.11') == 1 then
  vim.lsp.config('vanthu', config)
  vim.lsp.enable('vanthu')
else
  -- The nearest folder upward that has one of the markers, else the document's own.
  local function root_of(file)
    local folder = vim.fn.fnamemodify(file, ':p:h')
    for _, marker in ipairs(config.root_markers) do
      local found = vim.fn.findfile(marker, folder .. ';')
      if found == '' then found = vim.fn.finddir(marker, folder .. ';') end
      if found ~= '' then return vim.fn.fnamemodify(found, ':p:h' .. (marker == '.git' and ':h' or '')) end
    end
    return folder
  end

  local clients = {}
  vim.api.nvim_create_autocmd('FileType', {
    pattern = config.filetypes,
    callback = function(event)
      local file = vim.api.nvim_buf_get_name(event.buf)
      if file == '' or vim.bo[event.buf].buftype ~= '' then return end
      local root = root_of(file)
      local id = clients[root]
      if not id or not vim.lsp.get_client_by_id(id) then
        id = vim.lsp.start_client({
          name = config.name,
          cmd = vim.g.vanthu_cmd or config.cmd,
          root_dir = root,
          workspace_folders = { { uri = vim.uri_from_fname(root), name = root } },
        })
        clients[root] = id
      end
      if id then vim.lsp.buf_attach_client(event.buf, id) end
    end,
  })
end

-- Applies all safe fixes, as `vanthu fix` does.
vim.api.nvim_create_user_command('VanthuFixAll', function()
  vim.lsp.buf_request(0, 'workspace/executeCommand', { command = 'vanthu.fixAll', arguments = { vim.uri_from_bufnr(0) } }, function() end)
end, { desc = 'vanthu: apply all safe fixes' })
