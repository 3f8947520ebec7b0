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
        "several faces were found, so it was not used: Geoul must not guess which one is you. Cut "
        "the photo so that only your face is left, or choose another."
    ),
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
        "yours, remove the photo and cut it first."
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
        "Please look at your photos again: {first} and {second} do not look like the same person. "
        "Each check is for one person only. If both are you, you can go on."
    ),
    "photos.confirmed": "Faces that you confirmed in this case and that were used, too: {count}",
    "photos.confirmed_left_out": (
        "Confirmed faces that do not resemble your photos and were left out: {count}"
    ),
    "photos.more": "Up to {most} different photos help a lot: other days, other light.",
    # what was compared
    "check.compared": (
        "Compared with {tracks} faces in {items} items. A face in a video counts once per scene."
    ),
    "check.nothing": "There is nothing in this case yet to compare with.",
    # outcomes
    "outcome.strong": "Strong resemblance (please look and decide yourself): {count}",
    "outcome.some": "Some resemblance (please look and decide yourself): {count}",
    "outcome.new.strong": "New: strong resemblance (please look and decide yourself): {count}",
    "outcome.new.some": "New: some resemblance (please look and decide yourself): {count}",
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
    "outcome.none": ("No similar face was found. This does not mean that you are not in it."),
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
    "pack.used": 'Faces are compared with the model pack "{pack}".',
    "pack.poor": (
        "It tells apart poorly: {people}. For them it misses more and shows more strangers: "
        "take each answer with care."
    ),
    "pack.uncalibrated": (
        "This version of the model pack was never measured, so how many look-alikes to expect is "
        "an estimate from this case alone: take each answer with care."
    ),
    "measured.open": ("2,073 photos of 886 public figures (mostly LFW), 1,206 faces of UTKFace"),
    "people.east-asian": "East Asian people",
    "people.east-asian-women": "East Asian women most of all",
    "pack.add": (
        "It is the only pack installed. A better one helps: get the files of {packs} on a computer "
        "you trust and add them with: geoul models add PATH (see: geoul models)."
    ),
    # next steps
    "next.heading": "What you can do next",
    "next.look": (
        "  Look at a face that came up:  geoul show {case} ITEM\n"
        "  Then say what you see:        geoul decide {case} ITEM confirm|reject|unsure\n"
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
    "next.unchecked": (
        "  What could not be checked can still be looked at by the support centre with you."
    ),
    "next.safe": (
        "  Do not pay, do not answer threats, do not click links or enter rooms. Keep what you "
        "have, and delete nothing."
    ),
}
