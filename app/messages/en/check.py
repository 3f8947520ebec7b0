"""Check: whose face it is, and the answer, which is a lead; a person decides, in English."""

TEXTS = {
    # what was compared
    "check.person": "Which person is it?",
    "check.person.why": (
        "The case was checked before. Decisions belong to the person they are about, and a bundle "
        "holds those of one person. Faces are not kept, so you have to say it."
    ),
    "check.person.same": "The same person as before",
    "check.person.number": "Person {person}",
    "check.person.new": "Another person",
    "check.say_person": "Choose first which person it is.",
    "check.person_new": "This is person {person} of the case.",
    "check.compared": (
        "Compared with {tracks} faces in {items} items. A face in a video counts once per scene."
    ),
    "check.nothing_comparable": (
        "Nothing could be compared: what is in this case was scanned with another model pack."
    ),
    "check.older": (
        "Items scanned by another version of the model pack: {count}. Of these, only what both "
        "versions have in common was compared. That can miss more faces and show more strangers, "
        "most of all among East Asian people."
    ),
    "check.apart": "Items scanned with another model pack that could not be compared: {count}.",
    "check.nothing": "There are no faces to compare in this case yet.",
    # outcomes
    "outcome.strong": "Strong resemblance (please decide yourself): {count}",
    "outcome.some": "Some resemblance (please decide yourself): {count}",
    "outcome.new.strong": "New: strong resemblance (please decide yourself): {count}",
    "outcome.new.some": "New: some resemblance (please decide yourself): {count}",
    "outcome.copy.strong": "Strong resemblance (it may be somebody else): {count}",
    "outcome.copy.some": "Some resemblance (it may be somebody else): {count}",
    "outcome.copy.new.strong": "New: strong resemblance (it may be somebody else): {count}",
    "outcome.copy.new.some": "New: some resemblance (it may be somebody else): {count}",
    "outcome.copy.open_before": "Came up before, and again now: {count}",
    "outcome.nothing_new": "Nothing new came up. This does not mean that you are nowhere else.",
    "outcome.open_before": "Came up before and still undecided: {count}",
    "outcome.decided": "Came up again, already decided: {count}",
    "outcome.with_confirmed": (
        "Of these, found only with the help of faces you confirmed, not by your photos alone: "
        "{count}"
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
    "outcome.partly": "Scanned in part: {count}",
    "outcome.unchecked_none": "Could not be checked: none. Every item was scanned.",
    "outcome.rejected": "Faces you rejected before, not shown again: {count}",
    "hit.line": "  item {item}, face {face}: {name}",
    "hit.line_time": "  item {item}, face {face}: {name}, at {time} (seen {first} to {last})",
    "hit.confirm": "    you confirmed it",
    "hit.unsure": "    you were not sure",
    "hit.now": "    This time: {band}",
    "band.strong": "strong resemblance",
    "band.some": "some resemblance",
    "unchecked.line": "  item {item}: {name}: {why}",
    "unchecked.partly": "  item {item}: {name}: scanned in part: {why}",
    "lookalikes": (
        'Some people look alike: with this many files, expect a stranger under "strong" {strong}, '
        'and under "some" {some}. So whoever comes up may be somebody else.'
    ),
    "lookalikes.many": "about {count} times in each check",
    "lookalikes.one": "about once in each check",
    "lookalikes.few": "about once in {checks} checks",
    "lookalikes.fewest": "less than once in {checks} checks",
    "outcome.swaps": (
        "A face that was put into another picture often resembles its owner less than a photo "
        "does. Such pictures are missed most easily: an answer says least about them."
    ),
    # next steps
    "next.heading": "What you can do next",
    "next.look": (
        "  See a face that came up:      geoul show {case} ITEM\n  Then record your decision:    "
        "geoul decide {case} ITEM confirm|reject|unsure\n  The next check uses the faces you "
        "confirm, and finds more."
    ),
    "next.export": (
        "  Everything that came up is decided.\n  Hand over what you confirmed to the police or a "
        "support centre:\n                                geoul export {case} OUT.zip\n  The next "
        "check uses the faces you confirm, and finds more."
    ),
    "next.copy": (
        "  Write down the item numbers above and show them to whoever gave you this copy. It holds "
        "no\n  pictures; with the case itself they can look at these items with you."
    ),
    "next.none": (
        "  Check again with more and different photos of your face, and whenever you add new "
        "content.\n  If somebody told you where it is, the support centre can look for it with you."
    ),
    "next.scan": (
        "  Scan again what was scanned in a different way:  geoul scan {case}\n  Then check once "
        "more."
    ),
    "next.scan_copy": (
        "  Ask whoever gave you this copy to scan the case again and to make a new check copy: "
        "part of\n  this one was scanned in a different way than your photos."
    ),
    "next.unchecked": "  The support centre can go through what could not be checked with you.",
    "next.safe": (
        "  Do not pay, do not answer threats, do not click links or enter rooms. Keep what you "
        "have, and delete nothing."
    ),
    "step.check": "Check",
    "check.title": "Check",
    "check.what": (
        "Your face is now compared with the faces in this case. The answer says who resembles you. "
        "Whether it is you, you decide."
    ),
    "check.what_copy": (
        "Your face is now compared with the faces in this check copy. The answer gives the numbers "
        "of the items in which somebody resembles you. It may be somebody else."
    ),
    "check.no_photo": (
        "Geoul does not know your face yet. Add a photo of it first, then come back here."
    ),
    "check.face_not_chosen": (
        "You have not chosen yet which face in your photo is yours. Do that first, then come back "
        "here."
    ),
    "check.other_pack": (
        "Your photos were scanned with another model pack than this case. They have to be scanned "
        "again. Photos taken with the camera are wiped then; please take them again."
    ),
    "check.look_again": "Scan my p&hotos again",
    "check.to_me": "Go to my &face",
    "check.to_content": "Go to the &content",
    "check.waiting": (
        "Not everything has been scanned yet: {count} to go. You can check now, and again later. "
        "What is still waiting is not in the answer."
    ),
    "check.photos": "Photos of your face in use: {count}",
    "check.photos_to_go": (
        "Photos of yours that are still being scanned: {count}. You can wait a moment, or check "
        "without them now and again later."
    ),
    "check.face_waits": (
        "Photos in which you have not chosen your face yet: {names}. Until you do, they are not "
        "used. You can choose your face first, or check without them now and again later."
    ),
    "check.choose_face": "Choose m&y face",
    # whose face it is
    "check.whose": "Whose face is it?",
    "check.whose_why": (
        "Each check is for one person only. Your choice is recorded in the custody log of this "
        "case."
    ),
    "check.whose.self": "It is my own face.",
    "check.whose.consent": "It is the face of somebody who has agreed to this check.",
    "check.whose.guardian": "I am the parent or guardian of this person.",
    "check.whose.counsellor": "I am a counsellor, and this person asked me for help.",
    "check.say_whose": "Please choose whose face it is first.",
    "check.pack_built_in": (
        "The built-in model pack is less accurate for these people, so it misses more of their "
        "faces and shows more strangers: {people}. You can continue with it; a better pack can be "
        "added under Settings."
    ),
    "check.run": "Chec&k now",
    "check.back": "&Back to the last answer",
    "check.running": "One moment. Your face is being compared with every face in the case.",
    "check.stop": "S&top",
    "check.interrupted": (
        "The window was locked before there was an answer. Add your photos again and check again."
    ),
    # the answer
    "check.face_waited": (
        "Photos that were not used, because you had not chosen your face in them: {names}"
    ),
    "check.changed": (
        "The case or your photos have changed since this answer. Check again to include that."
    ),
    "check.review": "See wh&at came up",
    "check.again": "Chec&k again",
    "check.more_photos": "Add more &photos",
    "check.cautions": "Please keep in mind",
    "check.unchecked": "What was not checked",
    "check.unchecked_show": "&Show the list",
    "check.unchecked_hide": "Hide the li&st",
    "check.reason": "Items: {count}. Why: {why}",
    "check.reason_partly": "Items scanned in part: {count}. Why: {why}",
    "check.why.pending": "it has not been scanned yet. Check again afterwards.",
    "check.why.other-pack": (
        "it was scanned with another model pack. You can scan it again under Content."
    ),
    "check.column.item": "Item",
    "check.column.name": "Name",
    "check.column.why": "Why",
    "check.next_scan": (
        "Part of the case was scanned in a different way than your photos. Scan it again under "
        "Content; then check once more."
    ),
    "check.next_export": (
        "Everything that came up is decided. Under Hand over you can put together what the police "
        "or a support centre needs. The next check uses the faces you confirmed, and finds more."
    ),
    "check.next_look": (
        "Go through what came up, one by one. First there are only words; no picture is shown "
        "until you ask. The next check uses the faces you confirm, and finds more."
    ),
    "found.with_confirmed": (
        "Your photos alone do not bring it up; together with the faces you confirmed they do."
    ),
    "first.answer": "First answer ({date}): {band}",
    "first.with_confirmed": "First found with faces you had confirmed ({date}): {band}",
}
