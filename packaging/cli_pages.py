#!/usr/bin/env python3
"""Manual pages and completions of vanthu, made from what its --help says.

    cli_pages.py VANTHU FOLDER

Writes below FOLDER: man/man1/vanthu.1.gz, man/vi/man1/vanthu.1.gz, bash-completion/completions/vanthu, zsh/vendor-completions/_vanthu,
fish/vendor_completions.d/vanthu.fish: the places they have below /usr/share.
"""
import gzip
import re
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

ENTRY = re.compile(r"^  (\S.*?)(?:\s{2,}|$)(.*)$")
FLAGS = re.compile(r"--?[A-Za-z0-9][\w-]*")


@dataclass
class Option:
    names: list  # ["-q", "--quiet"]
    value: str  # "FILE", "vi|en", "" for a flag
    text: str

    @property
    def choices(self):
        return self.value.split("|") if "|" in self.value else []


@dataclass
class Command:
    name: str  # "" for the program itself
    text: str
    footer: str = ""
    options: list = field(default_factory=list)
    arguments: list = field(default_factory=list)  # (as written, what it is)
    commands: list = field(default_factory=list)  # names, of the program itself


def help_of(vanthu, command, lang):
    """What `vanthu COMMAND --help` says. Its shape: a line on the command, its usage, headed lists indented by two, a last line."""
    words = [vanthu, *([command] if command else []), "--help", "--lang", lang]
    lines = subprocess.run(words, check=True, capture_output=True, text=True, encoding="utf-8").stdout.splitlines()
    out, last = Command(command, lines[0]), None
    for line in lines[2:]:
        if line.startswith("   ") and last:  # goes on
            last[-1] = f"{last[-1]} {line.strip()}".strip()
        elif match := ENTRY.match(line):
            last = [match[1], match[2]]
            (out.options if match[1].startswith("-") else out.arguments).append(last)
        else:
            last = None
            if line and not line.endswith(":"):
                out.footer = line
    if not command:
        out.commands, out.arguments = [name for name, _ in out.arguments], []
    out.options = [option(left, text) for left, text in out.options]
    return out


def option(left, text):
    names = FLAGS.findall(left.split(" ")[0])
    return Option(names, left.split(" ", 1)[1].strip() if " " in left else "", text)


def roff(text):
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return "\\&" + text if text.startswith((".", "'")) else text


def manual(program, commands, version, lang):
    vi = lang == "vi"
    name, synopsis, description, options, files = (
        ("TÊN", "CÁCH DÙNG", "MÔ TẢ", "Tùy chọn", "TỆP") if vi else ("NAME", "SYNOPSIS", "DESCRIPTION", "Options", "FILES"))
    about = program.text.split(": ", 1)[1]
    out = [f'.TH VANTHU 1 "" "{version}"', f".SH {name}", f"vanthu \\- {roff(about)}", f".SH {synopsis}",
           ".B vanthu", r"\fICOMMAND\fR [\fIOPTION\fR]... [\fIARGUMENT\fR]..." if not vi else r"\fILỆNH\fR [\fITÙY CHỌN\fR]... [\fIĐỐI SỐ\fR]..."]
    out += [f".SH {description}", roff(about)]
    for command in commands:
        out += [f".SH VANTHU {command.name.upper()}", roff(command.text) + "."]
        for left, text in command.arguments:
            out += [".TP", rf"\fI{roff(left)}\fR", roff(text)]
        if command.options:
            out.append(f".SS {options}")
        for o in command.options:
            names = ", ".join(rf"\fB{roff(n)}\fR" for n in o.names)
            out += [".TP", names + (rf" \fI{roff(o.value)}\fR" if o.value else ""), roff(o.text)]
        if command.footer and "--help" not in command.footer:
            out += [".PP", roff(command.footer)]
    out += [f".SH {files}", ".TP", ".I vanthu.toml",
            "cấu hình của thư mục, tệp gần nhất đi ngược lên" if vi else "configuration of a folder; the nearest one upward",
            ".TP", roff("NAME.vanthu.toml"), "lời bỏ qua của tệp NAME" if vi else "suppressions of the file NAME"]
    return "\n".join(out) + "\n"


def single_quoted(text):
    return "'" + text.replace("'", "'\\''") + "'"


def takes_codes(o):
    return o.value == "CODES"


def bash(program, commands, codes):
    cases = []
    for command in commands:
        flags = " ".join(n for o in command.options for n in o.names if n.startswith("--") or len(o.names) == 1)
        values = []
        for o in command.options:
            pattern = "|".join(o.names)
            if o.choices:
                values.append(f'      {pattern}) COMPREPLY=($(compgen -W "{" ".join(o.choices)}" -- "$current")); return ;;')
            elif takes_codes(o):
                values.append(f'      {pattern}) COMPREPLY=($(compgen -W "$codes" -- "$current")); return ;;')
            elif o.value in ("FILE", "GLOB", "NAME"):
                values.append(f"      {pattern}) compopt -o filenames; COMPREPLY=($(compgen -f -- \"$current\")); return ;;")
            elif o.value:
                values.append(f"      {pattern}) return ;;")
        words = fixed_words(command)
        rest = (f'COMPREPLY=($(compgen -W "{words}" -- "$current"))' if words
                else 'compopt -o filenames; COMPREPLY=($(compgen -f -- "$current"))')
        if command.name == "explain":
            rest = 'COMPREPLY=($(compgen -W "$codes" -- "$current"))'
        case = f'    {command.name})\n      case $previous in\n' + "".join(v.replace("      ", "        ", 1) + "\n" for v in values) + "      esac\n"
        cases.append(case + f'      if [[ $current == -* ]]; then COMPREPLY=($(compgen -W "{flags}" -- "$current")); else {rest}; fi ;;\n')
    return f"""# bash completion of vanthu; made from its --help
_vanthu() {{
  local current=${{COMP_WORDS[COMP_CWORD]}} previous=${{COMP_WORDS[COMP_CWORD - 1]}} command='' word
  local codes="{" ".join(codes)}"
  COMPREPLY=()
  for word in "${{COMP_WORDS[@]:1:COMP_CWORD - 1}}"; do
    case $word in -*|vi|en) ;; *) command=$word; break ;; esac
  done
  case $command in
    '') COMPREPLY=($(compgen -W "{" ".join(program.commands)} --help --version --lang" -- "$current")) ;;
{"".join(cases)}  esac
}}
complete -F _vanthu vanthu
"""


def fixed_words(command):
    """The words an argument is one of: "find|info …", "pack|config", "show"; none where it is a path."""
    for left, _ in command.arguments:
        for part in left.split():
            if "|" in part:
                return part.replace("|", " ")
            if part == "show":
                return part
    return ""


def zsh_option(o):
    text = o.text.replace("[", "(").replace("]", ")").replace(":", " ")
    action = ""
    if o.choices:
        action = f":{o.names[-1].lstrip('-')}:({' '.join(o.choices)})"
    elif takes_codes(o):
        action = ":code:_vanthu_codes"
    elif o.value in ("FILE", "GLOB", "NAME"):
        action = ":file:_files"
    elif o.value:
        action = f":{o.value}: "
    excluded = f"({' '.join(o.names)})" if len(o.names) > 1 else ""
    repeat = "*" if o.value in ("CODES", "GLOB") or "--pack" in o.names else ""
    return [single_quoted(f"{repeat}{excluded if not repeat else ''}{name}[{text}]{action}") for name in o.names]


def zsh(commands, codes):
    listed = "\n".join(f"    {single_quoted(c.name + ':' + c.text.replace(':', ' '))}" for c in commands)
    cases = ""
    for c in commands:
        words = fixed_words(c)
        rest = "'*:code:_vanthu_codes'" if c.name == "explain" else f"'*:word:({words})'" if words else "'*:file:_files'"
        cases += f"    {c.name})\n      _arguments -s \\\n" + "".join(f"        {a} \\\n" for o in c.options for a in zsh_option(o)) + f"        {rest} ;;\n"
    return f"""#compdef vanthu
# zsh completion of vanthu; made from its --help
_vanthu_codes() {{ compadd {" ".join(codes)} }}
_vanthu() {{
  local -a commands
  commands=(
{listed}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
{cases}  esac
}}
_vanthu "$@"
"""


def fish(commands, codes):
    out = ["# fish completion of vanthu; made from its --help", "complete -c vanthu -n __fish_use_subcommand -f"]
    for c in commands:
        out.append(f"complete -c vanthu -n __fish_use_subcommand -a {c.name} -d {single_quoted(c.text)}")
        seen = f"-n {single_quoted('__fish_seen_subcommand_from ' + c.name)}"
        for o in c.options:
            names = " ".join(f"-l {n[2:]}" if n.startswith("--") else f"-s {n[1:]}" for n in o.names)
            value = ""
            if o.choices:
                value = f" -x -a {single_quoted(' '.join(o.choices))}"
            elif takes_codes(o):
                value = f" -x -a {single_quoted(' '.join(codes))}"
            elif o.value:
                value = " -r"
            out.append(f"complete -c vanthu {seen} {names}{value} -d {single_quoted(o.text)}")
        words = " ".join(codes) if c.name == "explain" else fixed_words(c)
        if words:
            out.append(f"complete -c vanthu {seen} -f -a {single_quoted(words)}")
    return "\n".join(out) + "\n"


def main(arguments):
    if len(arguments) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    vanthu, folder = arguments[0], Path(arguments[1])
    run = lambda *words: subprocess.run([vanthu, *words], check=True, capture_output=True, text=True, encoding="utf-8").stdout
    version = run("--version").strip()
    codes = re.findall(r"^### ([A-Z]{2}\d{3}) ", run("rules", "--no-config", "--format", "md"), re.MULTILINE)
    said = {}
    for lang in ("en", "vi"):
        program = help_of(vanthu, "", lang)
        said[lang] = (program, [help_of(vanthu, name, lang) for name in program.commands])
    program, commands = said["en"]
    written = {
        "man/man1/vanthu.1.gz": manual(*said["en"], version, "en"),
        "man/vi/man1/vanthu.1.gz": manual(*said["vi"], version, "vi"),
        "bash-completion/completions/vanthu": bash(program, commands, codes),
        "zsh/vendor-completions/_vanthu": zsh(commands, codes),
        "fish/vendor_completions.d/vanthu.fish": fish(commands, codes),
    }
    for name, text in written.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        data = text.encode()
        path.write_bytes(gzip.compress(data, mtime=0) if name.endswith(".gz") else data)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
