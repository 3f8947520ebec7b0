"""What a check says, in English. A resemblance is a lead; a person decides."""

RESULTS = {
    # own photos
    "photos.heading": "Your photos",
    "photo.line": "  {name}: {feedback}",
    "photo.good": "good.",
    "photo.no-face": (
        "no face was found, so it was not used. Take one in which your whole face can be seen."
    ),
    "photo.several-faces": (
        "several faces were found, so it was not used: Geoul must not guess which one is you."
    ),
    "photo.choice": (
        "several faces were found. Which one is you? Only the face that you choose is kept; the "
        "others are wiped at once."
    ),
    "photo.no-such-face": (
        "there is no face with the number {face} in it, so it was not used. Faces that were found "
        "in it: {found}."
    ),
    "photo.face": "{number}: {place}",
    "photo.face_line": "    {face}",
    "photo.not_listed": "Smaller faces that are not listed: {count}",
    "photo.which": (
        "    They are counted row by row from the top, each row from the left. Say which one is "
        "you by its number. For number {number}, type: --me {typed}"
    ),
    "face.place.top-left": "left, at the top",
    "face.place.top": "in the middle, at the top",
    "face.place.top-right": "right, at the top",
    "face.place.left": "left",
    "face.place.middle": "in the middle",
    "face.place.right": "right",
    "face.place.bottom-left": "left, at the bottom",
    "face.place.bottom": "in the middle, at the bottom",
    "face.place.bottom-right": "right, at the bottom",
    "photo.too-small": (
        "your face is too small in it, so it was not used. Take one from closer, "
        "or use the picture in its full size."
    ),
    "photo.small": "used, but your face is small in it; a larger one helps more.",
    "photo.blurred": "used, but it is blurred; a sharp one helps more.",
    "photo.turned-away": "used, but your face is turned away; one from the front helps more.",
    "photo.too-dark": "used, but it is dark; one in daylight helps more.",
    "photo.background": (
        "used; smaller faces in the background were left out. If the largest face in it is not "
        "yours, say which one is."
    ),
    "photo.unreadable": "it could not be used: {why}",
    "photo.locked": (
        "the system does not let this program read it. Check its permissions, or copy it to a "
        "folder of your own."
    ),
    "photo.missing": "there is no file of that name. (Of a folder, choose the photos in it.)",
    "photo.video": "this is a video; please use photos.",
    "photo.twice": "this photo was given twice; it counts once.",
    "photo.too-many": (
        "there are enough photos already, so it was not used. To use it, remove another one first."
    ),
    "photos.differ": (
        "Please look at your photos again: {pair} do not look like the same person. Each check is "
        "for one person only. If one of them is somebody else, leave that photo out, or choose "
        "another face in it. If both are you, you can go on."
    ),
    "photos.pair": "{first} and {second}",
    "photos.namesakes": "two photos called {first}",
    "photos.confirmed": "Faces that you confirmed in this case and that were used, too: {count}",
    "photos.confirmed_left_out": (
        "Confirmed faces that do not resemble your photos and were left out: {count}"
    ),
    "photos.more": "Up to {most} different photos help a lot: other days, other light.",
    # what was compared
    "check.compared": (
        "Compared with {tracks} faces in {items} items. A face in a video counts once per scene."
    ),
    "check.nothing_comparable": (
        "Nothing could be compared: what is in this case was looked at with another model pack."
    ),
    "check.older": (
        "Items that were looked at by another version of the model pack: {count}. Of them, only "
        "what both versions have in common was compared. That can miss more faces and show more "
        "strangers, most of all among East Asian people."
    ),
    "check.apart": (
        "Items that were looked at with another model pack and could not be compared: {count}."
    ),
    "check.nothing": "There is nothing in this case yet to compare with.",
    # outcomes
    "outcome.strong": "Strong resemblance (please look and decide yourself): {count}",
    "outcome.some": "Some resemblance (please look and decide yourself): {count}",
    "outcome.new.strong": "New: strong resemblance (please look and decide yourself): {count}",
    "outcome.new.some": "New: some resemblance (please look and decide yourself): {count}",
    "outcome.copy.strong": "Strong resemblance (it may be somebody else): {count}",
    "outcome.copy.some": "Some resemblance (it may be somebody else): {count}",
    "outcome.copy.new.strong": "New: strong resemblance (it may be somebody else): {count}",
    "outcome.copy.new.some": "New: some resemblance (it may be somebody else): {count}",
    "outcome.copy.open_before": "Came up before, and again now: {count}",
    "outcome.nothing_new": "Nothing new came up. This does not mean that you are nowhere else.",
    "outcome.open_before": "Came up before and still to be decided: {count}",
    "outcome.decided": "Came up again, and already decided: {count}",
    "outcome.with_confirmed": (
        "Of all these, found only with the help of faces that you confirmed, and not by your "
        "photos alone: {count}"
    ),
    "outcome.log_changed": (
        "The custody log of this case was changed, so Geoul does not say what came up in earlier "
        "checks."
    ),
    "outcome.none": "No similar face was found. This does not mean that you are not in it.",
    "outcome.not_compared": (
        "Nothing was compared, so this answer does not say whether you are in it."
    ),
    "outcome.unchecked": "Could not be checked: {count}",
    "outcome.partly": "Looked at in part: {count}",
    "outcome.unchecked_none": "Could not be checked: none. Every item was looked at.",
    "outcome.rejected": "Faces that you rejected before and that are not shown again: {count}",
    "hit.line": "  item {item}, face {face}: {name}",
    "hit.line_time": "  item {item}, face {face}: {name}, at {time} (seen {first} to {last})",
    "hit.confirm": "    you confirmed it",
    "hit.unsure": "    you were not sure",
    "hit.now": "    This time: {band}",
    "band.strong": "strong resemblance",
    "band.some": "some resemblance",
    "unchecked.line": "  item {item}: {name}: {why}",
    "unchecked.partly": "  item {item}: {name}: looked at in part: {why}",
    "lookalikes": (
        'People who look alike: in a case of this size, expect a stranger under "strong" {strong}, '
        'and under "some" {some}. So whoever comes up may be somebody else.'
    ),
    "lookalikes.many": "about {count} times in each check",
    "lookalikes.one": "about once in each check",
    "lookalikes.few": "about once in {checks} checks",
    "lookalikes.fewest": "less than once in {checks} checks",
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
        "2,615 photos of 1,046 public figures (mostly LFW; 160 young East Asian people), 1,173 "
        "strangers (UTKFace, SCUT-FBP5500), 70 composites"
    ),
    "people.east-asian": "East Asian people",
    "people.east-asian-women": "East Asian women most of all",
    "people.young-east-asian-women": (
        "young East Asian women who look much alike (made up, retouched, in studio light)"
    ),
    "outcome.swaps": (
        "A face that a program put into another picture often resembles its owner less than a "
        "photo does. Such pictures are missed most easily: an answer says least about them."
    ),
    "pack.add": (
        "It is the only pack installed, and you can go on with it. A better one helps: get the "
        "files of {packs} on a computer you trust and add them with: geoul models add PATH (see: "
        "geoul models)."
    ),
    # next steps
    "next.heading": "What you can do next",
    "next.look": (
        "  Look at a face that came up:  geoul show {case} ITEM\n"
        "  Then say what you see:        geoul decide {case} ITEM confirm|reject|unsure\n"
        "  Confirmed faces are used by the next check, and it finds more."
    ),
    "next.export": (
        "  Everything that came up is decided.\n"
        "  Hand over what you confirmed to the police or a support centre:\n"
        "                                geoul export {case} OUT.zip\n"
        "  Confirmed faces are used by the next check, and it finds more."
    ),
    "next.copy": (
        "  Write down the item numbers above and show them to whoever gave you this copy. It holds "
        "no\n  pictures; with the case itself they can look at these items with you."
    ),
    "next.none": (
        "  Check again with more and different photos of your face, and when new content comes "
        "in.\n"
        "  If somebody told you where it is, the support centre can look for it with you."
    ),
    "next.scan": (
        "  Look again at what was looked at in another way:  geoul scan {case}\n"
        "  Then check once more."
    ),
    "next.scan_copy": (
        "  Ask whoever gave you this copy to look at the case again and to make a new check copy: "
        "part of\n  this one was looked at in another way than your photos."
    ),
    "next.unchecked": (
        "  What could not be checked can still be looked at by the support centre with you."
    ),
    "next.safe": (
        "  Do not pay, do not answer threats, do not click links or enter rooms. Keep what you "
        "have, and delete nothing."
    ),
}
