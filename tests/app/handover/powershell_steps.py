# ruff: noqa: E501 - the lines of the script stand as they are
"""The steps of check.ps1 in Python, for machines without PowerShell.

The line of the script that each step stands for is written above it, behind "PS: "; a test compares
these lines with the script, so that neither changes alone. Which of its words the script prints is
not repeated here; the status is.
"""

import base64
import hashlib
import re
import subprocess
from pathlib import Path

# PS: $lists = 'manifest-sha256.txt', 'manifest-sha512.txt', 'tagmanifest-sha512.txt'
LISTS = ("manifest-sha256.txt", "manifest-sha512.txt", "tagmanifest-sha512.txt")
# PS: $part = '[A-Za-z0-9][A-Za-z0-9._-]*'
PART = "[A-Za-z0-9][A-Za-z0-9._-]*"
# PS: if (-not ($line -cmatch "\A([0-9a-f]+)  ($part(/$part)*)\z")) { Differs 'NO LIST 목록이 아님' $list; continue }
LINE = rf"\A([0-9a-f]+)  ({PART}(/{PART})*)\Z"
# PS: $own = '\Atagmanifest-sha512\.txt(\.sig|\.tsr|\.ots)?\z'
OWN = r"\Atagmanifest-sha512\.txt(\.sig|\.tsr|\.ots)?\Z"
# PS: $system = '(\A|/)(\.DS_Store|\._[^/]*|Thumbs\.db|desktop\.ini)\z|(\A|/)__MACOSX/'
SYSTEM = r"(\A|/)(\.DS_Store|\._[^/]*|Thumbs\.db|desktop\.ini)\Z|(\A|/)__MACOSX/"


def run(  # noqa: C901, PLR0912 - one list of steps, as in the script
    root: Path, *fingerprint: str, openssl: str | None
) -> tuple[int, list[str]]:
    """Take the steps; returns the status and what differs, as the script names it."""
    differs: list[str] = []
    # PS: $open = $false
    is_open = False
    # PS: $names = @{}
    names = dict.fromkeys(LISTS, "")
    # PS: $listed = New-Object 'Collections.Generic.HashSet[string]'
    listed = set()
    # PS: foreach ($list in $lists) {
    for each in LISTS:
        # PS: function Lines($list) { [IO.File]::ReadAllText((Place $list)) -split "`n" | Where-Object { $_ } }
        lines = (root / each).read_text("utf-8").split("\n")
        # PS: foreach ($line in (Lines $list)) {
        for line in filter(None, lines):
            found = re.search(LINE, line)
            if not found:
                differs.append("NO LIST")
                continue
            # PS: $hash = $Matches[1]
            digest = found[1]
            # PS: $name = $Matches[2]
            name = found[2]
            # PS: $names[$list] += "$name "
            names[each] += f"{name} "
            # PS: [void]$listed.Add($name)
            listed.add(name)
            # PS: $kind = if ($list -eq 'manifest-sha256.txt') { 'SHA256' } else { 'SHA512' }
            kind = "sha256" if each == "manifest-sha256.txt" else "sha512"
            # PS: if (-not (Test-Path -LiteralPath (Place $name) -PathType Leaf)) { Differs 'MISSING 없음' $name }
            if not (root / name).is_file():
                differs.append("MISSING")
            # PS: elseif ((Get-FileHash -LiteralPath (Place $name) -Algorithm $kind).Hash -ne $hash) { Differs 'CHANGED 바뀜' $name }
            elif hashlib.new(kind, (root / name).read_bytes()).hexdigest() != digest:
                differs.append("CHANGED")
    # PS: if ($names['manifest-sha256.txt'] -cne $names['manifest-sha512.txt']) { Differs 'TWO LISTS 목록이 서로 다름' 'manifest-sha256.txt' }
    if names["manifest-sha256.txt"] != names["manifest-sha512.txt"]:
        differs.append("TWO LISTS")
    # PS: foreach ($file in (Get-ChildItem -LiteralPath $PSScriptRoot -Recurse -File -Force)) {
    for file in (each for each in root.rglob("*") if each.is_file()):
        # PS: $name = $file.FullName.Substring($PSScriptRoot.TrimEnd('\', '/').Length + 1).Replace('\', '/')
        name = file.relative_to(root).as_posix()
        # PS: if ($listed.Contains($name) -or $name -cmatch $own) { continue }
        if name in listed or re.search(OWN, name):
            continue
        # PS: if ($name -match $system) { Write-Host "(of the system, no part of it 운영체제 파일) $name" }
        # PS: else { Differs 'ADDED 더해짐' $name }
        if not re.search(SYSTEM, name, re.IGNORECASE):
            differs.append("ADDED")
    # PS: $openssl = 'openssl', "$env:ProgramFiles\Git\usr\bin\openssl.exe" | Where-Object { Get-Command $_ -ErrorAction SilentlyContinue } | Select-Object -First 1
    # PS: if ($openssl -and "$(& $openssl version)" -match '\AOpenSSL [3-9]') {
    if openssl and re.search(r"\AOpenSSL [3-9]", _told([openssl, "version"])[1]):
        # PS: & $openssl pkeyutl -verify -pubin -inkey (Place 'signing-key.pem') -rawin `
        command = [openssl, "pkeyutl", "-verify", "-pubin", "-inkey", str(root / "signing-key.pem")]
        # PS: -in (Place 'tagmanifest-sha512.txt') -sigfile (Place 'tagmanifest-sha512.txt.sig') *> $null
        content, signature = (str(root / f"tagmanifest-sha512.txt{end}") for end in ("", ".sig"))
        # PS: if ($LASTEXITCODE -ne 0) { Differs 'SIGNATURE 서명' 'does not fit 맞지 않음' }
        if _told([*command, "-rawin", "-in", content, "-sigfile", signature])[0]:
            differs.append("SIGNATURE")
    else:
        # PS: else { NotChecked 'the signature: there is no OpenSSL 3 here. 서명: OpenSSL 3이 없습니다.' }
        is_open = True
    # PS: $key = ''
    key = ""
    # PS: if ([IO.File]::ReadAllText((Place 'signing-key.pem')) -cmatch "\A-----BEGIN PUBLIC KEY-----\n([A-Za-z0-9+/]{59}=)\n-----END PUBLIC KEY-----\n\z") {
    pattern = r"\A-----BEGIN PUBLIC KEY-----\n([A-Za-z0-9+/]{59}=)\n-----END PUBLIC KEY-----\n\Z"
    pem = re.search(pattern, (root / "signing-key.pem").read_bytes().decode())
    if pem:
        # PS: $sha256 = [Security.Cryptography.SHA256]::Create().ComputeHash([Convert]::FromBase64String($Matches[1]))
        # PS: $key = -join ($sha256 | ForEach-Object { $_.ToString('x2') })
        key = hashlib.sha256(base64.b64decode(pem[1])).hexdigest()
    else:
        # PS: else { Differs 'NO KEY 키가 아님' 'signing-key.pem' }
        differs.append("NO KEY")
    # PS: $told = (($Fingerprint -join '') -replace '[ :-]', '').ToLowerInvariant()
    told = re.sub("[ :-]", "", "".join(fingerprint)).lower()
    # PS: if (-not $told) { NotChecked 'whose key it is. Compare its fingerprint: 누구의 키인지. 지문을 비교하세요:' }
    if not told:
        is_open = True
    # PS: elseif ($told -cne $key) { Differs 'OTHER KEY 다른 키' 'its fingerprint is 지문:' }
    elif told != key:
        differs.append("OTHER KEY")
    # PS: if ($bad) { Write-Host 'It is NOT as it was made. 만들었을 때와 다릅니다.'; exit 1 }
    if differs:
        return 1, differs
    # PS: if ($open) { Write-Host 'What was checked fits. 확인한 것은 모두 맞습니다.'; exit 3 }
    return 3 if is_open else 0, differs


def _told(command: list[str]) -> tuple[int, str]:
    ran = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    return ran.returncode, ran.stdout
