"""The demo, in English."""

TEXTS = {
    "demo.what": (
        "This demo makes a case from sample pictures. One woman (a public-domain portrait) was "
        "planted in some of them,\nchanged in the ways in which such pictures are changed. Then "
        "it checks her face, as you would check yours."
    ),
    "demo.line": "{name} {how} {found}{mark}",
    "demo.how.mirrored": "she, mirrored",
    "demo.how.turned_90": "she, turned on its side",
    "demo.how.turned_180": "she, upside down",
    "demo.how.small": "she, shrunk (face 33 px wide)",
    "demo.how.grey": "she, in black and white",
    "demo.how.filter": "she, under a colour filter",
    "demo.how.recompressed": "she, recompressed (JPEG 30)",
    "demo.how.pasted": "she, pasted into a group of six",
    "demo.how.composite": "her face on another's head",
    "demo.how.video": "she, 0:02 to 0:04 of a video",
    "demo.how.without": "other people",
    "demo.how.no_person": "nobody",
    "demo.how.damaged": "a damaged picture",
    "demo.how.not_media": "a text with a picture's name",
    "demo.found.strong": "strong resemblance",
    "demo.found.some": "some resemblance",
    "demo.found.none": "no similar face",
    "demo.wrong": "   <- not what was planted",
    "demo.left_out": (
        "{count} samples with other people are left out: their pictures may not be given on with "
        "an installed program."
    ),
    "demo.right": (
        "Everything that was planted was found, no stranger came up as strong, and what could not "
        "be checked was named."
    ),
    "demo.not_right": "The answer is not what was planted: see the lines above.",
    "demo.seconds": "Time taken: {steps}",
    "demo.step_seconds": "{step} {seconds} s",
    "demo.step.pictures": "making pictures",
    "demo.step.case": "making the case",
    "demo.step.add": "adding",
    "demo.step.look": "looking for faces",
    "demo.step.check": "checking",
    "demo.kept": (
        "The case and its pictures are kept in: {folder}\n"
        "Passphrase of the case (sample-case): {passphrase}"
    ),
    "demo.gone": "The sample case and its pictures are gone again.",
}

ERRORS = {
    "PictureMissingError": (
        "A picture that the demo needs is not installed: {name}. Install the program again."
    ),
    "FolderExistsError": "This folder already exists: {path}. Name another one.",
}
