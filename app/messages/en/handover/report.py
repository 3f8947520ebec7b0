"""The report, the hash sheet, and the custody log in them, in English."""

TEXTS = {
    # in the report
    "report.check.found.with_confirmed": "of these, found only with confirmed faces: {count}",
    "report.check.left_out": (
        "A confirmed face is a further photo of the person for all faces but itself, its "
        "near-duplicates and those of the same picture or video. No confirmation makes a face "
        "resemble the person more than it did without it."
    ),
    "report.first.check": "Check {number}",
    "report.first.used": "photos of the person: {photos}; faces confirmed before: {confirmed}",
    "report.first.threshold": "score: strong from {strong}, some from {some}",
    "report.first.pack": "model pack: {pack} ({pipeline})",
    "report.found.photos": "Found by photos of the person alone",
    "report.found.confirmed": "Found only together with confirmed faces",
    "report.found.unknown": "Not known what a check said of it first",
    "report.found.not": "Not found by a check",
    # both documents
    "report.head": "{title} · case {case}",
    "report.foot.manifest": "Bundle (SHA-512 of manifest-sha512.txt)",
    "report.end": "End of the report",
    "report.end_of_volume": "End of volume {number}",
    "report.page": "Page {page} of {pages}",
    "report.footer": "Geoul {version} · case {case} · made {made}",
    "report.bytes": "{count} bytes",
    "report.role.self": "the person shown",
    "report.role.consent": "person with consent",
    "report.role.guardian": "guardian",
    "report.role.counsellor": "counsellor",
    "report.role.victim": "the person shown",
    "report.role.program": "program",
    "report.role.unsaid": "not stated",
    # head
    "report.title": "Report on reported content",
    "report.eyebrow": "Evidence bundle · case {case}",
    "report.of_volume": "{text} · volume {number} of {of}",
    "report.short.volumes": (
        "This report has {of} volumes. This is the first; the others hold further items."
    ),
    "report.crop.more": "{count} more pictures of this face are in data/crops.",
    "report.case": "Case",
    "report.made": "Made",
    "report.made_by": "Made by",
    "report.tool": "Made with",
    "report.tool.value": "Geoul {version}, without any network connection",
    "report.level": "Pictures in the bundle",
    "report.level.list": "none: words, links and hashes only",
    "report.level.crops": "the face of the person shown, cut out; nobody else's",
    "report.level.originals": "the reported files, unchanged",
    "report.zone": "Clock",
    "report.zone.value": "the computer's own ({tz}); nobody else has confirmed it",
    # in short
    "report.short": "In short",
    "report.short.items.one": "One of the {all} reported items of this case is handed over.",
    "report.short.items.many": "{count} of the {all} reported items of this case are handed over.",
    "report.short.confirmed": (
        "Confirmed by a person: {count}. Each confirmation was made by the person named with it, "
        "and not by the program."
    ),
    "report.short.confirmed.unsaid": (
        "Confirmed by a person: {count}. Each confirmation was made by a person, and not by the "
        "program; where nobody is named, it was not said who."
    ),
    "report.short.check": (
        "The last check compared {tracks} faces in {items} items. It showed a strong resemblance "
        "for {strong} faces and some resemblance for {some}."
    ),
    "report.short.listed": (
        "Of these {found}, part {part} lists {listed}: those in the confirmed items, without what "
        "a person rejected or was not sure of."
    ),
    "report.short.check_none": (
        "The last check compared {tracks} faces in {items} items. No similar face was found. This "
        "does not mean that the person is not in them."
    ),
    "report.short.no_check": "No check was made in this case: no face was compared by the program.",
    "report.short.person": (
        "The case was checked for {count} people. This bundle is about person {person}: the "
        "checks, decisions and pictures of faces in it are those of this person. The custody log "
        "covers the whole case, with numbers only."
    ),
    "report.short.unclear": (
        "Could not be checked, wholly or in part: {count}. Part {part} lists them and says why."
    ),
    "report.short.unclear_none": "Could not be checked: none. Every item was scanned.",
    "report.lead": (
        "A resemblance is a lead, and does not say who somebody is. The program puts faces in an "
        "order for a person to look at; whether it is the person was decided by a human being."
    ),
    "report.short.found": "{what}: {count}.",
    "report.short.apart": "Part {part} lists these items apart.",
    # list of exhibits
    "report.overview": "List of items",
    "report.overview.item": "No.",
    "report.overview.where": "Where it was seen",
    "report.overview.when": "When",
    "report.overview.first": "First answer",
    "report.overview.decision": "Decision",
    "report.overview.attached": "In this bundle",
    "report.overview.posted": "posted",
    "report.overview.captured": "captured",
    "report.overview.more_places": "and further places: {count}",
    "report.overview.further": "The list goes on in the next volume.",
    "report.attached.original": "the file itself",
    "report.attached.capture": "the screen capture",
    "report.attached.face": "1 picture of the face",
    "report.attached.faces": "{count} pictures of the face",
    "report.attached.captures": "screen captures: no. {items}",
    "report.attached.no_file": "no file: a link or a message only",
    "report.attached.nothing": "its hashes only",
    # items
    "report.items": "What was reported, where and when",
    "report.items.none": "No item is handed over.",
    "report.item": "Item {item}",
    "report.verdict.confirm": "confirmed by a person",
    "report.verdict.reject": "rejected by a person",
    "report.verdict.unsure": "a person was not sure",
    "report.verdict.none": "not decided",
    "report.name": "File name",
    "report.kind": "Kind, size",
    "report.kind.size": "{width} x {height} pixels",
    "report.kind.length": "{length} long",
    "report.pdq": "PDQ (quality)",
    "report.lookup": "MD5, SHA-1",
    "report.derived": "Made from",
    "report.capture": "Screen capture",
    "report.capture_of": "Screen capture of item {item}",
    "report.screen-capture": "taken of a screen by a person, as it was",
    "report.screen-capture-covered": (
        "taken of a screen by a person, who says that everything sexual and everybody else's face "
        "was covered on it"
    ),
    "report.captured": "Screen captures",
    "report.captured.value": "no. {items}",
    "report.kept": "The file itself",
    "report.kept.inside": "in this bundle",
    "report.kept.case": "kept in the case, not in this bundle",
    "report.kept.none": "there is no file: only a link or a message was reported",
    "report.kept.nowhere": "not kept; only its hashes are",
    "report.place": "Seen at {number}",
    "report.place.only": "Where it was seen",
    "report.place.acquired": "Added to case",
    "report.place.role": "Added by",
    "report.place.how": "How obtained",
    "report.place.platform": "Platform",
    "report.place.room": "Room",
    "report.place.room_link": "Link to the room",
    "report.place.url": "Link",
    "report.place.post": "Title of the post",
    "report.place.message": "Message",
    "report.place.sent": "Posted",
    "report.place.sender": "Account",
    "report.place.forwarded": "Forwarded from",
    "report.place.keywords": "Search words",
    "report.place.personal": "Personal data published with it",
    "report.place.note": "Note",
    "report.place.changed": "File changed",
    "report.seen": "Face",
    "report.seen.time": "Seen",
    "report.seen.span": "{first} to {last}",
    "report.seen.best": "Best at",
    "report.seen.first": "First answer",
    "report.seen.band": "Last check",
    "report.seen.picture": "still picture",
    "report.seen.undecided": "Came up in the last check, not decided one by one",
    "report.band.none": "did not come up",
    "report.crop.alt": "The confirmed face of item {item}, cut out (face {face})",
    # the check
    "report.check": "How the faces were compared",
    "report.check.none": "No check was made.",
    "report.check.when": "Last check",
    "report.check.whose": "Whose face",
    "report.attest.self": "the person says that it is their own",
    "report.attest.consent": "another person's, with that person's consent, as was stated",
    "report.attest.guardian": "that of a child in their care, by a guardian, as was stated",
    "report.attest.counsellor": (
        "that of somebody who asked for help, by a counsellor, as was stated"
    ),
    "report.challenge": "Live picture",
    "report.challenge.passed": "taken by the camera; the tasks were done",
    "report.challenge.skipped": "taken by the camera; the tasks were not done",
    "report.challenge.none": "none; photos were chosen",
    "report.check.version": "Program",
    "report.check.pack": "Model pack",
    "report.check.file": "Model file (SHA-256)",
    "report.check.photos": "Photos of the person",
    "report.check.photos.value": "{photos}, and {confirmed} faces confirmed before",
    "report.check.compared": "Faces compared (N)",
    "report.check.compared.value": (
        "{tracks} in {items} items; a face in a video counts once per scene"
    ),
    "report.check.older": "Among them by another version",
    "report.check.threshold": "Threshold (score)",
    "report.check.threshold.value": "strong from {strong}, some from {some}",
    "report.check.crowd": "Compared against",
    "report.crowd.case": "{count} other faces of this case",
    "report.crowd.case+pack": "{count} faces: others of this case, and made-up faces of the pack",
    "report.crowd.pack": "{count} made-up faces of the pack: the case has too few of its own",
    "report.check.expected": "Look-alikes to expect",
    "report.check.expected.value": "strong: {strong}; some: {some}",
    "report.check.found": "Came up",
    "report.check.found.value": "strong resemblance: {strong}; some resemblance: {some}",
    "report.check.unmeasured": (
        "This version of the model pack was never measured: the number of look-alikes is an "
        "estimate from this case alone."
    ),
    "report.check.poor": (
        "This model pack is less accurate for these people: {people}. It misses more of their "
        "faces, and shows more strangers."
    ),
    # what could not be checked
    "report.unclear": "What could not be checked",
    "report.unclear.what": (
        "Nothing is said about these: the person may or may not be in them. They are not part of "
        "what is handed over, unless they are listed in part {part} as well."
    ),
    "report.unclear.item": "Item",
    "report.unclear.why": "Why",
    "report.unclear.partly": "in part: {why}",
    "report.reason.not-media": "neither a picture nor a video",
    "report.reason.picture-format": "a picture of a format that is not read",
    "report.reason.other-format": "another kind of file, which is not read",
    "report.reason.empty": "empty",
    "report.reason.damaged": "damaged",
    "report.reason.truncated": "incomplete",
    "report.reason.too-large": "too large, or holds too much, to be scanned safely",
    "report.reason.too-long": "too long to be scanned to its end",
    "report.reason.more-inside": "holds more pictures or videos than could be scanned",
    "report.reason.no-video": "no picture in this video",
    "report.reason.encrypted": "locked with a password",
    "report.reason.unreadable-file": "no permission to read it",
    "report.reason.changed": "changed since it was added",
    "report.reason.gone": "no longer where it was",
    "report.reason.link": "a link to another file",
    "report.reason.locked": "in an archive whose password is not known",
    "report.reason.too-deep": "in too many archives in one another",
    "report.reason.not-in-export": "left out of the chat export",
    "report.reason.over-export-limit": "larger than the chat export allowed",
    "report.reason.unavailable": "could not be loaded by the chat export",
    "report.reason.not-understood": "a chat with lines that are not understood",
    "report.reason.link-only": "only a link, no file",
    "report.reason.decoder-died": "opening it failed",
    "report.reason.decoder-timeout": "opening it took too long",
    "report.reason.decoder-memory": "opening it took too much memory",
    "report.reason.decoder-lied": "opening it gave impossible values",
    "report.reason.unexpected-error": "stopped by an unexpected error while it was read",
    "report.reason.unknown-packing": "packed or locked in a way that could not be undone",
    "report.reason.one-of-several": "one part of a split archive; others are missing",
    "report.reason.part-missing": "an archive, and the part that opens archives was missing",
    "report.reason.other-pack": "scanned with another model pack only",
    "report.reason.pending": "not scanned yet",
    # decisions
    "report.decisions": "What people decided",
    "report.decisions.none": "Nobody has decided anything about these items.",
    "report.decisions.item": "Item",
    "report.decisions.face": "Face",
    "report.decisions.whole": "whole item",
    "report.decisions.what": "Decision",
    "report.decisions.who": "By",
    "report.decisions.when": "When",
    "report.decided.confirm": "confirmed: it is the person",
    "report.decided.reject": "rejected: it is not the person",
    "report.decided.unsure": "not sure",
    # limits
    "report.limits": "What this report does not say",
    "report.limits.items": (
        "What it says is about the items that it names, and about no others. Whoever passes it on "
        "passes it on as a whole."
    ),
    "report.limits.lead": (
        "That two faces resemble each other does not say who somebody is. The comparison "
        "misses faces, and it shows strangers who look alike."
    ),
    "report.limits.groups": (
        "Such errors are more frequent for women, for young people and for East Asian faces."
    ),
    "report.limits.made": (
        "The program does not judge whether a picture was altered or made by artificial "
        "intelligence, and it does not estimate anybody's age."
    ),
    "report.limits.told": (
        "Where and when something was seen was told by people or by the export of a chat. The "
        "program has no connection to a network and has visited no link."
    ),
    "report.limits.hashes": (
        "SHA-256 and SHA-512 show that a file is unchanged. MD5, SHA-1 and PDQ are there to look "
        "content up by."
    ),
    "report.limits.time": "All times of the log are those of the computer's own clock.",
    "report.spelling": (
        "Characters that the fonts of this document lack, or that cannot be seen, are written by "
        "their number in Unicode, such as \\U0001f525. The exact characters are in "
        "data/items.json."
    ),
    # how to check
    "report.seal": "How to check this bundle",
    "report.seal.what": (
        "The bundle is signed. Compare this fingerprint with the one that the person who gave it "
        "to you tells you or has on paper. README-FIRST says how to check the rest without Geoul."
    ),
    "report.seal.fingerprint": "Fingerprint of the signing key (SHA-256)",
    "report.seal.manifest": "SHA-512 of manifest-sha512.txt, the list of all files under data/",
    "report.seal.alt": "QR code that holds the fingerprint of the signing key",
    "report.seal.manifest.alt": "QR code that holds the SHA-512 of manifest-sha512.txt",
    "report.seal.none": "This copy does not belong to a signed bundle.",
    # the way of the bundle, the officer, help
    "report.transfer": "Chain of custody: who handed it to whom",
    "report.transfer.what": (
        "To be filled in by hand each time the bundle passes from one person to another."
    ),
    "report.transfer.when": "Date, time and zone",
    "report.transfer.from": "Handed over by (name, signature)",
    "report.transfer.to": "Received by (name, signature)",
    "report.transfer.why": "Why, and how",
    "report.officer": "For the receiving officer",
    "report.officer.name": "Name",
    "report.officer.office": "Office",
    "report.officer.number": "Case number",
    "report.officer.received": "Received on",
    "report.officer.telephone": "Telephone",
    "report.officer.signature": "Signature",
    "report.officer.notes": "Notes",
    "report.help": "Who helps",
    "report.help.who": "Who",
    "report.help.contact": "Contact",
    "report.help.for": "For whom",
    # hash sheet
    "sheet.title": "Hash sheet",
    "sheet.what": (
        "The files below were read and their SHA-256 computed by Geoul {version} at the times "
        "given. Two files with the same SHA-256 are the same, to the last bit."
    ),
    "sheet.number": "No.",
    "sheet.file": "File name",
    "sheet.size": "Size (bytes)",
    "sheet.captured": "Added to case (KST / UTC)",
    "sheet.hash": "SHA-256 hash",
    "sheet.no_content": "no file: only a link or a note",
    "sheet.count": "Files",
    "sheet.end": "End of the hash sheet",
    "sheet.seal": "The bundle that this sheet belongs to",
    "sheet.seal.what": (
        "Whoever receives the bundle compares these with what their program says of it: then it is "
        "this bundle, unchanged."
    ),
    "sheet.sign": "Signatures",
    "sheet.sign.what": (
        "With their signature each says that this sheet was handed over in this form. It does not "
        "say anything about what the files show."
    ),
    "sheet.victim": "Person shown",
    "sheet.guardian": "Guardian of the person shown",
    "sheet.counsellor": "Counsellor",
    "sheet.officer": "Receiving officer",
    "sheet.name": "Name",
    "sheet.office": "Office",
    "sheet.date": "Date",
    "sheet.signature": "Signature",
    "report.custody": "Custody log: what was done in the case",
    "report.custody.what": (
        "The program notes every step in its custody log, in which each entry holds the hash of "
        "the one before. The whole log is in the bundle (data/custody.jsonl)."
    ),
    "report.custody.ok": "Every entry of the log fits the one before.",
    "report.custody.broken": "The log was changed: entries were edited, moved or taken away.",
    "report.custody.no_check": (
        "The custody log was changed, so what it says of a comparison of faces is not repeated "
        "here."
    ),
    "report.custody.unlike": (
        "The decisions that the case keeps are not those that the log noted (item no. {items}). "
        "They were changed by other means than this program. What was decided stands in the log "
        "(data/custody.jsonl)."
    ),
    "report.custody.statements_unlike": (
        "Items, the places where they were seen, or what was said of them are not those that the "
        "log noted. They were changed by other means than this program."
    ),
    "report.custody.entries": "Entries",
    "report.custody.head": "Last entry (SHA-256)",
    "report.custody.step": "Step",
    "report.custody.count": "Times",
    "report.custody.first": "First",
    "report.custody.last": "Last",
    "report.step.created": "case created",
    "report.step.unlock": "case opened",
    "report.step.add": "content added",
    "report.step.add-unfinished": "content added by an add that did not end",
    "report.step.attest": "stated whose face is checked",
    "report.step.check": "faces compared",
    "report.step.renumbered": "faces found again under other numbers",
    "report.step.view": "item viewed",
    "report.step.reveal": "picture viewed",
    "report.step.decided": "decision",
    "report.step.decision-taken-back": "decision taken back",
    "report.step.check-copy-written": "check copy created",
    "report.step.signing-key-made": "signing key made",
    "report.step.export": "bundle started",
    "report.step.exported": "bundle created",
    "report.step.export-stopped": "bundle stopped",
    "report.step.passphrase-noted": "passphrase of a bundle written down",
    "report.step.compared": "bundle compared with the case",
    "report.step.sources": "own photos scanned for a lead",
    "report.step.hash-list": "list of hashes created",
    "report.step.provenance": "source details added or corrected",
    "report.step.capture": "item marked as a screenshot",
    "report.step.capture-taken-back": "screenshot mark removed",
    "report.step.beside": "unlocked files put beside a bundle",
    "report.step.forgotten": "note of an item without a file put aside",
    "report.step.passphrase-changed": "passphrase changed",
}

ERRORS = {
    "KoreanFontMissingError": (
        "There is Korean text in the report, and this computer has no font that can show it. "
        "Install one ({package}), then try again."
    ),
}
