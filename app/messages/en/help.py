"""What --help says, in English."""

HELP = {
    "help.about": (
        "Geoul checks, on this computer alone and without any network, whether your own face is "
        "in\ncontent that was reported to you. It shows who resembles you; you decide.\n"
        "Without a command it opens its window."
    ),
    "help.usage": "Usage: ",
    "help.arguments": "Arguments",
    "help.options": "Options",
    "help.commands": "Commands",
    "help.help": "show this help",
    "help.version": "show the version",
    "help.lang": "language of the answer",
    "help.demo": "show the whole way on sample pictures: case, check, answer",
    "help.case": "make a case, show what it holds, change its passphrase",
    "help.case.new": "make a new, encrypted case",
    "help.case.info": "show what a case holds",
    "help.case.passphrase": "change the passphrase; gives a new recovery code",
    "help.add": "add files and folders to a case and look for faces in them; run it again to go on",
    "help.scan": (
        "look for faces in what waits, and again in what was looked at with another model pack or "
        "version"
    ),
    "help.check": "check whether your face resembles faces in the case",
    "help.list": "list the items of a case",
    "help.show": "show everything that is known of one item",
    "help.decide": "keep your own decision on an item or a face",
    "help.copy": "make a check copy: no pictures, names or links, for a person to check at home",
    "help.models": "list the model packs, or add one",
    "help.models.add": "add a model pack from a folder, a zip file or a model file",
    "help.argument.case": "the case file",
    "help.argument.path": "file or folder; none: go on with what is not yet looked at",
    "help.argument.item": "number of the item",
    "help.argument.verdict": "confirm (it is me), reject (it is not) or unsure",
    "help.argument.checkcopy": "the check copy to make",
    "help.option.quiet": "no progress and no remarks",
    "help.option.json": "answer in JSON",
    "help.option.keep": "keep the sample case and its pictures in a new folder",
    "help.option.media": "none: keep no pictures or videos (default); originals: keep them, too",
    "help.option.no-crops": "keep no small face pictures either",
    "help.option.passphrase-file": "read the passphrase of the case from this file's first line",
    "help.option.new-passphrase-file": "read the new passphrase from the first line of this file",
    "help.option.copy-passphrase-file": "read the passphrase of the check copy from this file",
    "help.option.recovery-code-file": "open with the recovery code in this file instead",
    "help.option.url": "where it was found",
    "help.option.platform": "service or app that it comes from",
    "help.option.note": "anything to remember",
    "help.option.role": "who does this: victim, counsellor, ...",
    "help.option.password-file": "read the password of archives from the first line of this file",
    "help.option.owner": "the name of whoever exported the chat, where the export says only: you",
    "help.option.pack": "model pack to look with; otherwise the one of the case",
    "help.option.me": (
        "a photo of your face; give it up to 8 times with different photos. PHOTO:2 is the second "
        "face in a photo with several, counted row by row from the top, each row from the left"
    ),
    "help.option.attest": (
        "whose face it is: self (mine), consent (of somebody who agreed), guardian or counsellor"
    ),
    "help.option.state": "only items in this state",
    "help.option.face": "number of the face, when the item has several",
    "usage.wrong": "This was not understood: {detail}. See: {command} --help",
    "usage.required": "missing: {names}",
    "usage.unknown": "no command or option of that name: {text}",
    "usage.choice": "{text} is not one of {choices}",
    "usage.no_value": "a value has to follow",
    "usage.takes_no_value": "no value may follow, but here is {text}",
    "usage.number": "not a number: {text}",
    "usage.photos": "at most {most} photos in one check. See: geoul check --help",
}
