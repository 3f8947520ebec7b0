# Checks each file of this folder against the lists in it, and the lists against their signature.
# 이 폴더의 파일을 모두 목록과 비교하고, 목록의 서명을 확인합니다.
#
#   powershell -ExecutionPolicy Bypass -File check.ps1 FINGERPRINT
#       the fingerprint that you were told or have on paper 따로 들었거나 종이에 적힌 지문
#
# It writes nothing and connects to nothing. Whoever changed the folder could have changed this
# script as well: read it first. It is the same in every bundle of Geoul.
# Status: 0 all fits; 3 all fits, but the key or the signature was not compared; 1 something differs.
param([Parameter(ValueFromRemainingArguments = $true)][string[]]$Fingerprint)

$ErrorActionPreference = 'Stop'
$bad = $false
$open = $false
function Differs($what, $name) { Write-Host "${what}: $name"; $script:bad = $true }
function NotChecked($what) { Write-Host "NOT CHECKED 확인 못 함: $what"; $script:open = $true }
function Place($name) { Join-Path $PSScriptRoot $name }
function Lines($list) { [IO.File]::ReadAllText((Place $list)) -split "`n" | Where-Object { $_ } }

# 1. Each file that a list names has the hash in the list.
$lists = 'manifest-sha256.txt', 'manifest-sha512.txt', 'tagmanifest-sha512.txt'
$listed = New-Object 'Collections.Generic.HashSet[string]'
$names = @{}
$part = '[A-Za-z0-9][A-Za-z0-9._-]*'
foreach ($list in $lists) {
    foreach ($line in (Lines $list)) {
        if (-not ($line -cmatch "\A([0-9a-f]+)  ($part(/$part)*)\z")) { Differs 'NO LIST 목록이 아님' $list; continue }
        $hash = $Matches[1]
        $name = $Matches[2]
        $names[$list] += "$name "
        [void]$listed.Add($name)
        $kind = if ($list -eq 'manifest-sha256.txt') { 'SHA256' } else { 'SHA512' }
        if (-not (Test-Path -LiteralPath (Place $name) -PathType Leaf)) { Differs 'MISSING 없음' $name }
        elseif ((Get-FileHash -LiteralPath (Place $name) -Algorithm $kind).Hash -ne $hash) { Differs 'CHANGED 바뀜' $name }
    }
}
if ($names['manifest-sha256.txt'] -cne $names['manifest-sha512.txt']) { Differs 'TWO LISTS 목록이 서로 다름' 'manifest-sha256.txt' }

# 2. There is no file that no list names.
$own = '\Atagmanifest-sha512\.txt(\.sig|\.tsr|\.ots)?\z'
$system = '(\A|/)(\.DS_Store|\._[^/]*|Thumbs\.db|desktop\.ini)\z|(\A|/)__MACOSX/'
foreach ($file in (Get-ChildItem -LiteralPath $PSScriptRoot -Recurse -File -Force)) {
    $name = $file.FullName.Substring($PSScriptRoot.TrimEnd('\', '/').Length + 1).Replace('\', '/')
    if ($listed.Contains($name) -or $name -cmatch $own) { continue }
    if ($name -match $system) { Write-Host "(of the system, no part of it 운영체제 파일) $name" }
    else { Differs 'ADDED 더해짐' $name }
}

# 3. The list of the lists is signed with the key.
$ErrorActionPreference = 'Continue'
$openssl = 'openssl', "$env:ProgramFiles\Git\usr\bin\openssl.exe" | Where-Object { Get-Command $_ -ErrorAction SilentlyContinue } | Select-Object -First 1
if ($openssl -and "$(& $openssl version)" -match '\AOpenSSL [3-9]') {
    & $openssl pkeyutl -verify -pubin -inkey (Place 'signing-key.pem') -rawin `
        -in (Place 'tagmanifest-sha512.txt') -sigfile (Place 'tagmanifest-sha512.txt.sig') *> $null
    if ($LASTEXITCODE -ne 0) { Differs 'SIGNATURE 서명' 'does not fit 맞지 않음' }
}
else { NotChecked 'the signature: there is no OpenSSL 3 here. 서명: OpenSSL 3이 없습니다.' }

# 4. The key is the one that was told.
$key = ''
if ([IO.File]::ReadAllText((Place 'signing-key.pem')) -cmatch "\A-----BEGIN PUBLIC KEY-----\n([A-Za-z0-9+/]{59}=)\n-----END PUBLIC KEY-----\n\z") {
    $sha256 = [Security.Cryptography.SHA256]::Create().ComputeHash([Convert]::FromBase64String($Matches[1]))
    $key = -join ($sha256 | ForEach-Object { $_.ToString('x2') })
}
else { Differs 'NO KEY 키가 아님' 'signing-key.pem' }
$told = (($Fingerprint -join '') -replace '[ :-]', '').ToLowerInvariant()
if (-not $told) { NotChecked 'whose key it is. Compare its fingerprint: 누구의 키인지. 지문을 비교하세요:' }
elseif ($told -cne $key) { Differs 'OTHER KEY 다른 키' 'its fingerprint is 지문:' }
Write-Host ('    ' + ($key -replace '(....)', '$1 '))

if ($bad) { Write-Host 'It is NOT as it was made. 만들었을 때와 다릅니다.'; exit 1 }
if ($open) { Write-Host 'What was checked fits. 확인한 것은 모두 맞습니다.'; exit 3 }
Write-Host 'All of it fits, and it is signed with the key that you told. 모두 맞으며, 알려 준 키로 서명되어 있습니다.'
