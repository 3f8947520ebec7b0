"""Evidence bundles: making one, and what lies on top of one, in English."""

TEXTS = {
    "help.export": "make an evidence bundle for the police or a support centre, locked and signed",
    "help.capture": "add screenshots of where an item was seen, or mark items as such",
    "help.option.of": "the number of the item whose place they show",
    "help.option.covered": (
        "everything sexual and other people's faces are covered: kept in every case, and handed "
        "over with your own face as well"
    ),
    "help.option.item": "an item of the case that is such a screenshot; may be given several times",
    "help.option.none": "these items are not screenshots after all",
    "capture.added": "Screenshots added: {count} (items {items})",
    "capture.not_kept": (
        "This case keeps no files, so only the hashes of these were saved: {items}. Cover what is "
        "sexual and other people's faces, and add them with --covered: then they are kept."
    ),
    "capture.all": "Screenshots in this case: {count}",
    "help.verify": (
        "check a bundle, or the folder it was unpacked to: names what was changed; the exit status "
        "is 0 (whole, and signed with the key of --fingerprint or --case), 3 (whole, but the key "
        "was not compared) or 1"
    ),
    "help.argument.out": "the file to make; it must not be there yet",
    "help.argument.bundle": "the bundle, or the folder it was unpacked to",
    "help.option.items": (
        "confirmed (default), all, or numbers: 3,5-9; every bundle names the files that could not "
        "be checked"
    ),
    "help.option.level": (
        "list: no picture at all (default); crops: your own confirmed face too; originals: the "
        "files too"
    ),
    "help.option.bundle-passphrase-file": "read the passphrase of the bundle from this file",
    "help.option.age": "lock it for the holder of this age key (age1...) instead",
    "help.option.fingerprint": (
        "the fingerprint you were told or have on paper; spaces do not matter"
    ),
    "help.option.timestamp": (
        "a timestamp over the bundle that was made elsewhere (RFC 3161 .tsr or OpenTimestamps "
        ".ots); BUNDLE.tsr and BUNDLE.ots are found by themselves"
    ),
    "help.option.timestamp-roots": (
        "certificates (PEM) of those whom you trust to sign timestamps: then it is checked who "
        "signed an RFC 3161 one; whether a certificate was called back is not"
    ),
    "help.option.case": (
        "the case that the bundle was made from: was its log changed or cut since?"
    ),
    "help.option.small-set": (
        "also create report, hash sheet, list and redacted screenshots beside it, in parts below "
        "10 MB for an online report form; not locked, and with --level crops or originals the "
        "report shows your own face"
    ),
    "help.option.letters": "also create takedown letters beside it; not locked",
    "help.option.name": "the name under the letters; without it they leave space for one",
    "export.letters": "Takedown letters, not locked: {path}",
    "export.small_set": (
        "For an online report form, in parts below 10 MB, not locked (delete it afterwards). "
        "Except at level list, the report in it shows your own face: {path}"
    ),
    "small_set.what": (
        "FOR AN ONLINE REPORT FORM\n"
        "\n"
        "The report, the hash sheet and the list of the locked file beside this folder. Each\n"
        "part is smaller than 10 MB; attach one part at a time if a form takes no more. These are\n"
        "the same files as in the locked file, so their hashes are in its list."
    ),
    "small_set.safe": (
        "NOT LOCKED\n"
        "Anybody who opens this folder can read it, links and names included. Unless the locked\n"
        "file was made without any picture, the report in this folder shows pictures of your own\n"
        "face. Delete it once it is sent. The locked file holds everything in it."
    ),
    "small_set.too_large": "TOO LARGE FOR A PART\nOnly in the locked file: {names}",
    "help.option.identity-file": "age identity that opens the bundle",
    "usage.not_both": "cannot be used together with {other}",
    "ask.bundle_passphrase": "Passphrase of the bundle: ",
    "ask.identity": "age identity (AGE-SECRET-KEY-1...): ",
    "progress.export": "Writing and reading back: {done} of {total} bytes",
    "progress.export.so_far": "Getting ready",
    "progress.verify": "Reading: {done} of {total} bytes",
    "progress.verify.so_far": "Reading: {done} bytes",
    "export.investigation": "Content reported to Geoul",
    "export.made": "Bundle created and read back: {path} (items: {items}, files: {files})",
    "export.level.list": "It holds no picture: words, links and hashes only.",
    "export.level.crops": "It holds small pictures of your own confirmed face, and of nobody else.",
    "export.level.originals": (
        "It holds the files themselves. Give it to the police only, when they ask for it: having "
        "or passing on such files may be against the law."
    ),
    "export.missing": (
        "Items without a file, because the case does not keep it or there is only a link: {items}. "
        "The list says so, too."
    ),
    "export.withheld": (
        "Items whose file stays out, because nobody has seen that it is a picture or a video: "
        "{items}. The list says so, too."
    ),
    "export.not_noted": (
        "The bundle is complete. The custody log of the case could not record that it was "
        "finished: its disk is full or gone."
    ),
    "export.named_zip": (
        "It is locked for an age key, so it is no ZIP file, whatever its name says: programs for "
        "ZIP files will call it damaged. Give it a name that ends in .age: {path}"
    ),
    "export.named_age": (
        "It is a ZIP file with a passphrase, whatever its name says: age does not open it. Give it "
        "a name that ends in .zip: {path}"
    ),
    "export.custody_changed": (
        "The custody log of this case had been changed before this bundle was made, and the bundle "
        "says so. Leave the case as it is, and tell whoever gets the bundle."
    ),
    "usage.name_without_letters": (
        "--name is the name under the letters, and none were asked for. Add --letters, or leave "
        "--name out. See: geoul export --help"
    ),
    "export.fingerprint": (
        "Fingerprint of the key that signed it (write it down, and tell it in a different way than "
        "you send the file):\n    {fingerprint}"
    ),
    "export.digest": ("Hash of the whole bundle (SHA-512):\n    {digest}"),
    "export.passphrase": (
        "Passphrase of the bundle (shown only now, and kept nowhere):\n\n    {passphrase}\n"
    ),
    "export.passphrase.words": (
        "These are the keys for seven Korean words, typed with the keyboard set to English:\n    "
        "{words}"
    ),
    "export.passphrase.what": (
        "Tell it in a different way than you send the file, for example by telephone. If it is "
        "lost, make the bundle again."
    ),
    "export.read_me.what": (
        "READ ME FIRST\n"
        "\n"
        "This folder was made with Geoul, a program with which people check, on a computer of "
        "their\n"
        "own and without any network connection, whether a face appears in reported content: "
        "their\n"
        "own, that of a child in their care, or that of somebody who asked them for help."
    ),
    "export.read_me.made": (
        "Made: {made}, by the computer's own clock\n"
        "Made by: {by}, as the custody log has it (data/custody.jsonl)"
    ),
    "export.read_me.level.list": (
        "WHO MAY HAVE IT\nIt holds no picture and no video: words, links and hashes only."
    ),
    "export.read_me.level.crops": (
        "WHO MAY HAVE IT\n"
        "It holds small pictures of the face that was looked for, cut out, and of nobody else's.\n"
        "It is for the police or a support centre."
    ),
    "export.read_me.level.originals": (
        "WHO MAY HAVE IT\n"
        "It holds the reported files themselves, unchanged. Having, viewing or handing on such\n"
        "files may be against the law. Only an authority that asked for them should open them.\n"
        "If that is not you, open nothing in data/originals or data/captures, and tell whoever\n"
        "gave it to you."
    ),
    "export.read_me.captures": (
        "SCREEN CAPTURES\n"
        "data/captures holds pictures that were taken of a screen, to show where an item was\n"
        "seen: its address, the account, the room. data/items.json says which item each shows\n"
        "(capture_of), and whether the person who took it said that everything sexual and\n"
        "everybody else's face was covered (operation: screen-capture-covered)."
    ),
    "export.read_me.inside": (
        "WHAT IS INSIDE\n"
        "report.pdf                        the report: what was seen where and when, and how it "
        "was checked\n"
        "hash-sheet.pdf                    the hash sheet, to print and sign\n"
        "                                  (long ones go on as report-2.pdf, hash-sheet-2.pdf;\n"
        "                                  in two languages they are report.ko.pdf and so on)\n"
        "data/items.json, data/items.csv   the items: where and when they were seen, and their "
        "hashes\n"
        "data/custody.jsonl                what was done in the case, when, and by whom\n"
        "data/case.jsonld                  the same list in CASE/UCO, for police tools\n"
        "data/crops, data/captures,\n"
        "data/originals                    only if said so above\n"
        "The folder is a BagIt 1.0 bag (RFC 8493)."
    ),
    "export.read_me.limits": (
        "WHAT IT DOES NOT SAY\n"
        "A resemblance that the program found is a lead. Whether it is the person was decided by\n"
        "a human being; each decision is in the list. MD5 and SHA-1 are there to look content up\n"
        "by; they prove nothing. The times are those of the computer's clock."
    ),
    "export.read_me.check": (
        "HOW TO CHECK IT WITHOUT GEOUL\n"
        "In one step (read the script first): sh check.sh FINGERPRINT, on Windows\n"
        "powershell -ExecutionPolicy Bypass -File check.ps1 FINGERPRINT. Or by hand:\n"
        "In this folder (the one with bagit.txt):\n"
        "1. Linux:   sha256sum -c manifest-sha256.txt\n"
        "            sha512sum -c tagmanifest-sha512.txt\n"
        "   macOS:   shasum -a 256 -c manifest-sha256.txt\n"
        "            shasum -a 512 -c tagmanifest-sha512.txt\n"
        "   Windows: certutil -hashfile data\\items.json SHA256\n"
        "            and compare with its line in manifest-sha256.txt, for every file there; then\n"
        "            certutil -hashfile manifest-sha256.txt SHA512\n"
        "            and compare with its line in tagmanifest-sha512.txt, for every file there.\n"
        "2. The signature (OpenSSL 3):\n"
        "            openssl pkeyutl -verify -pubin -inkey signing-key.pem -rawin\n"
        "              -in tagmanifest-sha512.txt -sigfile tagmanifest-sha512.txt.sig\n"
        "3. The key. Its fingerprint has to be the one that you were told or have on paper:\n"
        "            {fingerprint}\n"
        "            openssl pkey -pubin -in signing-key.pem -outform DER | sha256sum\n"
        "4. The log. The SHA-256 of each line of data/custody.jsonl, without its line end, is\n"
        '            the "previous" of the next line; that of the last is Geoul-Custody-Head in\n'
        "            bag-info.txt. The first line (line 1, then 2 and so on):\n"
        "            sed -n 1p data/custody.jsonl | tr -d '\\n' | sha256sum"
    ),
}

ERRORS = {
    "NothingToExportError": (
        "There is nothing to hand over: no item is confirmed. Decide first (geoul decide CASE ITEM "
        "confirm), or name the items of the export: --items 3,5-9"
    ),
    "CaseEmptyError": (
        "There is nothing in this case yet. Add the files or links that were reported to you, then "
        "come back: geoul add CASE PATH"
    ),
    "LevelMissingError": (
        "This case does not keep what was to be handed over ({level}). Without --level the bundle "
        "holds words, links and hashes."
    ),
    "BundlePassphraseCharactersError": (
        "A passphrase for a bundle may have only the letters A to Z, digits, spaces and common "
        "signs: programs read others differently, and it would not open everywhere."
    ),
    "BundlePassphraseWeakError": (
        "This passphrase is too easy to guess for a file that leaves your hands. Leave the option "
        "out, and one is chosen for you."
    ),
    "CaptureOfCaptureError": (
        "Item {item} is itself a screenshot. Name the item that the screenshot shows."
    ),
    "FingerprintError": (
        "This is not a fingerprint: {text}. A fingerprint has 64 digits and letters from a to f."
    ),
    "TimestampRootsError": (
        "There are no certificates in this file (PEM, or one in DER), or it cannot be read: {path}"
    ),
    "TimestampError": (
        "This is no RFC 3161 timestamp (.tsr) and no OpenTimestamps proof (.ots), or it cannot be "
        "read: {path}"
    ),
    "NotACaptureError": (
        "Item {item} is marked as made from a photo, so it is not a screenshot. Nothing was "
        "changed."
    ),
    "BundleError": "This file could not be written or read: {path}",
    "BundleExistsError": (
        "A file with that name already exists, and it was left as it is: {path}. Choose another "
        "name."
    ),
    "BundleMissingError": "There is no such file, or no such folder to save one in: {path}",
    "BundleReadOnlyError": "You may not read or write there: {path}. Choose another place.",
    "BundleTooLargeError": (
        "The disk cannot hold a file of this size: {path}. USB sticks with FAT32 hold none of 4 GB "
        "or more. Choose another place, format the stick with exFAT, or hand over fewer items at "
        "a time."
    ),
    "NotABundleError": "This is not a bundle of Geoul, or its beginning was changed: {path}",
    "WrongBundlePassphraseError": (
        "This passphrase does not open the bundle: {path}. One that Geoul made up is seven words "
        "with one space between them, English ones in small letters. If it is lost, nobody can "
        "open the bundle; whoever has the case can make the bundle again."
    ),
    "BundleRecipientError": (
        "This is not a public age key. It begins with age1; check it letter by letter."
    ),
    "BundleIdentityError": (
        "This is not an age identity. It begins with AGE-SECRET-KEY-1; check it letter by letter."
    ),
    "WrongBundleIdentityError": (
        "This identity does not open the bundle: {path}. It is locked for somebody else, or its "
        "beginning was changed."
    ),
    "MemberChangedError": (
        "Part of the case does not hold what it should, so no bundle was created: {member}. The "
        "case may be damaged: leave it as it is and work with a copy of it."
    ),
}
