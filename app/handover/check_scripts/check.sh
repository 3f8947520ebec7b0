#!/bin/sh
# Checks each file of this folder against the lists in it, and the lists against their signature.
# 이 폴더의 파일을 모두 목록과 비교하고, 목록의 서명을 확인합니다.
#
#   sh check.sh FINGERPRINT    the fingerprint that you were told or have on paper
#                              따로 들었거나 종이에 적힌 지문
#
# It writes nothing and connects to nothing. Whoever changed the folder could have changed this
# script as well: read it first. It is the same in every bundle of Geoul.
# Status: 0 all fits; 3 all fits, but the key or the signature was not compared; 1 something differs.

cd "$(dirname "$0")" || exit 1
export LC_ALL=C
bad=0
open=0

differs() { echo "$1: $2"; bad=1; }
open() { echo "NOT CHECKED 확인 못 함: $1"; open=1; }
names() { cut -d ' ' -f 3- "$@"; }
sum() { if command -v "sha$1sum" >/dev/null; then "sha$1sum"; else shasum -a "$1"; fi | cut -d ' ' -f 1; }

# 1. Each file that a list names has the hash in the list.
compare() {
    while read -r hash name || [ "$hash" ]; do
        if [ ! -f "$name" ] || [ -L "$name" ]; then differs 'MISSING 없음' "$name"
        elif [ "$(sum "$2" <"$name")" != "$hash" ]; then differs 'CHANGED 바뀜' "$name"
        fi
    done <"$1"
}
lists='manifest-sha256.txt manifest-sha512.txt tagmanifest-sha512.txt'
for list in $lists tagmanifest-sha512.txt.sig signing-key.pem; do
    [ -f "$list" ] || { differs 'MISSING 없음' "$list"; exit 1; }
done
part='[A-Za-z0-9][A-Za-z0-9._-]*'
if grep -Evq "^[0-9a-f]+  $part(/$part)*\$" $lists; then differs 'NO LIST 목록이 아님' "$lists"; fi
compare manifest-sha256.txt 256
compare manifest-sha512.txt 512
compare tagmanifest-sha512.txt 512
[ "$(names manifest-sha256.txt)" = "$(names manifest-sha512.txt)" ] || differs 'TWO LISTS 목록이 서로 다름' manifest-sha256.txt

# 2. There is no file that no list names. (Listed names are there twice, so uniq leaves the others.)
own='tagmanifest-sha512\.txt(\.sig|\.tsr|\.ots)?'
system='(.*/)?(\.DS_Store|\._[^/]*|Thumbs\.db|desktop\.ini)|(.*/)?__MACOSX/.*'
more=$({ names $lists; names $lists; find . ! -type d | cut -c 3-; } | sort | uniq -u | grep -Evx "$own")
added=$(printf '%s' "$more" | grep -Evx "$system")
[ -z "$added" ] || differs 'ADDED 더해짐' "$added"
printf '%s' "$more" | grep -Ex "$system" | sed 's/^/(of the system, no part of it 운영체제 파일) /'

# 3. The list of the lists is signed with the key.
case $(openssl version 2>/dev/null) in
'OpenSSL '[3-9]*)
    openssl pkeyutl -verify -pubin -inkey signing-key.pem -rawin -in tagmanifest-sha512.txt \
        -sigfile tagmanifest-sha512.txt.sig >/dev/null 2>&1 || differs 'SIGNATURE 서명' 'does not fit 맞지 않음' ;;
*) open 'the signature: there is no OpenSSL 3 here. 서명: OpenSSL 3이 없습니다.' ;;
esac

# 4. The key is the one that was told.
line=$(sed -n 2p signing-key.pem)
[ "$(cat signing-key.pem)" = "-----BEGIN PUBLIC KEY-----
$line
-----END PUBLIC KEY-----" ] && echo "$line" | grep -Exq '[A-Za-z0-9+/]{59}=' || differs 'NO KEY 키가 아님' signing-key.pem
key=$(echo "$line" | { base64 --decode 2>/dev/null || base64 -d; } | sum 256)
told=$(echo "$*" | tr -d ' :-' | tr A-F a-f)
if [ -z "$told" ]; then open 'whose key it is. Compare its fingerprint: 누구의 키인지. 지문을 비교하세요:'
elif [ "$told" != "$key" ]; then differs 'OTHER KEY 다른 키' 'its fingerprint is 지문:'; fi
echo "    $key" | sed 's/..../& /g'

if [ "$bad" = 1 ]; then echo 'It is NOT as it was made. 만들었을 때와 다릅니다.'; exit 1; fi
if [ "$open" = 1 ]; then echo 'What was checked fits. 확인한 것은 모두 맞습니다.'; exit 3; fi
echo 'All of it fits, and it is signed with the key that you told. 모두 맞으며, 알려 준 키로 서명되어 있습니다.'
