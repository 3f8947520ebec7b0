# What is tried in a bare Debian system: run as root, and most of it as an ordinary user.
set -eu
useradd --create-home --shell /bin/sh person
chmod 1777 /srv
as_person() { su --login person --command "export LANG=C.UTF-8; $1"; }
say() { echo "-- $1"; }

try() { # PROGRAM NAME
    program=$1
    say "$2: versions, and the demo"
    as_person "$program --version --verbose"
    as_person "$program demo --json --keep kept" > /srv/demo.json
    grep -q '"ok": true' /srv/demo.json

    say "$2: a case, a scan, a check, a bundle"
    as_person "echo 'six plain words for this trial' > pass"
    as_person "echo 'another-bundle-of-plain-words' > lock; chmod 600 pass lock"
    as_person "$program case new my.case --passphrase-file pass" > /dev/null
    # A wall of the sandbox that did not stand would be told on standard error.
    as_person "$program add my.case kept/content --quiet --passphrase-file pass" 2> /srv/told
    cat /srv/told
    [ ! -s /srv/told ]
    as_person "$program check my.case --me kept/my-photo.png --attest self --json \
        --passphrase-file pass" > /srv/answer.json
    item=$(grep -o '"item": [0-9]*' /srv/answer.json | head -1 | grep -o '[0-9]*')
    as_person "$program decide my.case $item confirm --passphrase-file pass"
    as_person "$program export my.case documents.zip --passphrase-file pass \
        --bundle-passphrase-file lock" > /dev/null
    as_person "$program verify documents.zip --bundle-passphrase-file lock --case my.case \
        --passphrase-file pass"

    say "$2: the window"
    as_person "Xvfb :7 -screen 0 1280x900x24 > /dev/null 2>&1 & server=\$!
        sleep 4
        DISPLAY=:7 $program & window=\$!
        sleep 20
        DISPLAY=:7 import -window root /srv/window-$2.png
        kill \$window; wait \$window || true
        kill \$server; wait \$server || true"
    as_person "rm -rf kept my.case* documents* pass lock"
}

try /usr/bin/geoul package

say "removed"
apt-get --quiet --quiet purge --yes geoul > /dev/null
left=$(find / -xdev -iname '*geoul*' ! -path '/proc/*' ! -path '/srv/*' ! -path '/home/*' \
    ! -path '/var/*' ! -path '/geoul_*')
[ -z "$left" ] || { echo "left: $left"; exit 1; }
as_person "rm -rf .local .cache"

archive=$(echo /srv/geoul-*.tar.xz)
as_person "mkdir stick && tar -xf $archive --strip-components=1 -C stick"
as_person "find . -path ./stick -prune -o -print | sort" > /srv/before
try ./stick/geoul portable
as_person "find . -path ./stick -prune -o -print | sort" > /srv/after
say "what the portable program left outside of its folder"
diff /srv/before /srv/after
say "nothing"
