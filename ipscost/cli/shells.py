"""The scripts with which shells ask for completions, and how each is answered.

A script gives the line up to the cursor in the variable LINE, with the name of the shell in SHELL,
and is told a completion a line: its value, and where the shell shows it, what it is, behind a tab.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

SHELL, LINE, BREAKS = "_IPSCOST_SHELL", "_IPSCOST_LINE", "_IPSCOST_BREAKS"
"""The variables of the environment by which a shell asks."""

BASH = r"""
# Completion of ipscost for bash. To load it whenever a shell starts:
#   ipscost completion bash >> ~/.bashrc
_ipscost() {
    local IFS=$'\n'
    COMPREPLY=( $(_IPSCOST_SHELL=bash _IPSCOST_LINE="${COMP_LINE:0:COMP_POINT}" \
                  _IPSCOST_BREAKS="$COMP_WORDBREAKS" "$1" 2>/dev/null) )
    case "${COMPREPLY[*]}" in
        *[=/]) compopt -o nospace 2>/dev/null ;;
    esac
    return 0
}
complete -F _ipscost ipscost
"""

ZSH = r"""
#compdef ipscost
# Completion of ipscost for zsh, which needs compinit. To load it whenever a shell starts:
#   ipscost completion zsh >> ~/.zshrc
_ipscost() {
    local line value about
    local -a ended open
    for line in "${(@f)$(_IPSCOST_SHELL=zsh _IPSCOST_LINE="${(j: :)words[1,CURRENT-1]} $PREFIX" \
                         ${~words[1]} 2>/dev/null)}"; do
        value="${line%%$'\t'*}"
        about="${line#*$'\t'}"
        [[ -z "$value" ]] && continue
        case "$value" in
            *[=/]) open+=( "${value//:/\\:}:$about" ) ;;
            *) ended+=( "${value//:/\\:}:$about" ) ;;
        esac
    done
    _describe -V ipscost ended -- open -S ''
}
if [[ "${zsh_eval_context[-1]}" == loadautofunc ]]; then
    _ipscost "$@"
elif (( $+functions[compdef] )); then
    compdef _ipscost ipscost
fi
"""

FISH = r"""
# Completion of ipscost for fish. To load it whenever a shell starts:
#   ipscost completion fish > ~/.config/fish/completions/ipscost.fish
function __ipscost_complete
    set -lx _IPSCOST_SHELL fish
    set -lx _IPSCOST_LINE (commandline -cp | string collect)
    set -l words (commandline -opc)
    $words[1] 2>/dev/null
end
complete --command ipscost --no-files --keep-order --arguments '(__ipscost_complete)'
"""

POWERSHELL = r"""
# Completion of ipscost for PowerShell. To load it whenever a shell starts:
#   ipscost completion powershell | Add-Content $PROFILE
Register-ArgumentCompleter -Native -CommandName ipscost -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $length = $cursorPosition - $commandAst.Extent.StartOffset
    $encoding = [Console]::OutputEncoding
    $Env:_IPSCOST_SHELL = 'powershell'
    $Env:_IPSCOST_LINE = $commandAst.ToString().PadRight($length).Substring(0, $length)
    $Env:PYTHONUTF8 = '1'
    try {
        [Console]::OutputEncoding = [System.Text.UTF8Encoding]::new()
        & $commandAst.CommandElements[0].Value 2>$null | ForEach-Object {
            $value, $about = $_ -split "`t", 2
            if (-not $about) { $about = $value }
            [System.Management.Automation.CompletionResult]::new(
                $value, $value, 'ParameterValue', $about)
        }
    } finally {
        [Console]::OutputEncoding = $encoding
        Remove-Item Env:_IPSCOST_SHELL, Env:_IPSCOST_LINE, Env:PYTHONUTF8
    }
}
"""

SCRIPTS = {"bash": BASH, "zsh": ZSH, "fish": FISH, "powershell": POWERSHELL}
"""The script of each shell that there is one for."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One way to go on: the whole word, and what it is."""

    value: str
    about: str = ""


def split(line: str, shell: str) -> list[str]:
    """The words of a line without their quotes; the last, that to be completed, may be empty."""
    return _read(line, shell)[0]


def is_quoted(line: str, shell: str) -> bool:
    """True where the last word has a quote that is still open."""
    return bool(_read(line, shell)[1])


def _read(line: str, shell: str) -> tuple[list[str], str]:
    """The words of a line, and the quote that is open at its end."""
    escape = "`" if shell == "powershell" else "\\"
    words, word, quote, is_escaped, is_word = list[str](), "", "", False, False
    for letter in line:
        if is_escaped:
            word, is_escaped = word + letter, False
        elif letter == escape and quote != "'":
            is_escaped = is_word = True
        elif quote:
            quote, word = ("", word) if letter == quote else (quote, word + letter)
        elif letter in "\"'":
            quote, is_word = letter, True
        elif not letter.isspace():
            word, is_word = word + letter, True
        elif is_word:
            words.append(word)
            word, is_word = "", False
    return [*words, word], quote


def answer(
    choices: list[Suggestion], word: str, shell: str, breaks: str, *, quoted: bool = False
) -> str:
    """The completions of a word as a shell reads them, a line each.

    bash shows no explanations, and completes what follows the last of its `breaks` alone, but of a
    word within quotes the whole.
    """
    if shell == "bash" and quoted:
        return "".join(f"{choice.value}\n" for choice in choices)
    if shell == "bash":
        start = max((word.rfind(mark) for mark in breaks if mark in "=:"), default=-1) + 1
        ends = (re.sub(r"([^\w@%+=:,./~-])", r"\\\1", choice.value[start:]) for choice in choices)
        return "".join(f"{value}\n" for value in ends)
    lines = []
    for choice in choices:
        value = choice.value
        if shell == "powershell" and re.search(r"[^\w@%+=:./\\~-]", value):
            value = "'" + value.replace("'", "''") + "'"
        lines.append(f"{value}\t{choice.about}\n")
    return "".join(lines)
