"""Review: what came up, shown and decided on; lists of items; source photos, in English."""

TEXTS = {
    # list, show, decide
    "list.line": "{item:>6}  {state}  {name}",
    "list.line_why": "{item:>6}  {state}  {name}: {why}",
    "list.line_limit": "{item:>6}  {state}  {name}: {why} [{limit}]",
    "list.none": "No items.",
    "state.pending": "not scanned yet     ",
    "state.done": "scanned             ",
    "state.no-face": "no face             ",
    "state.unchecked": "could not be checked",
    "show.line": "{label} {value}",
    "show.item": "Item {item}",
    "show.sources": "Also seen here",
    "show.faces": "Faces: {count}",
    "show.face_line": "  face {face}: at {time} (seen {first} to {last}){decision}",
    "show.decision_line": "Your decision on the whole item: {verdict}",
    "decision.confirm": "confirmed",
    "decision.reject": "rejected",
    "decision.unsure": "not sure",
    "decided": "Saved: item {item}: {verdict}",
    "decided.face": "Saved: item {item}, face {face}: {verdict}",
    "decided.which_face": (
        "This item has {count} faces. The next check can use it only if you decide on one of them "
        "(--face N)."
    ),
    "decided.by_nobody": (
        "It is not recorded who decided. Name the person with --role, such as --role victim: the "
        "log and the report show it."
    ),
    "decided.all": (
        "Everything that came up is decided. To hand over what you confirmed to the police or a "
        "support centre: geoul export {case} OUT.zip"
    ),
    "step.review": "Look and decide",
    "review.title": "Look and decide",
    "review.wait": "One moment ...",
    "review.lead": (
        "One at a time, at your own pace. No picture is shown until you ask for it, and you can "
        "decide without viewing it."
    ),
    # where she is
    "review.place": "{number} of {count}",
    "review.band.strong": "Strong resemblance. It may still be somebody who looks like you.",
    "review.band.some": "Some resemblance. It is often somebody who looks like you.",
    "review.progress": "{decided} decided, {still} undecided.",
    "review.progress_done": "Decided: {decided}",
    # what is told
    "review.item": "Item {item}",
    "review.sent": "sent",
    "review.no_source": "No source details were added.",
    "review.elsewhere": "Other places where the same file was seen: {count}",
    "review.timeline": "Where in the video",
    "review.seen": "Seen from {first} to {last}, best at {time}.",
    "review.seen_of": "Scene {number} of {count}: seen from {first} to {last}, best at {time}.",
    # several at once
    "review.copies": (
        "These {count} are nearly the same picture (items {items}). Your decision applies to all "
        "of them."
    ),
    "review.scenes": (
        "A face like yours comes up in {count} scenes of this video. Your decision applies to all "
        "of them."
    ),
    "review.alone": "One of {count} that belong together. You decide on this one alone.",
    "review.several": (
        "More than one face here resembles yours, so you decide on each of them separately."
    ),
    "review.part": "Decide on &each separately",
    "review.join": "Decide on th&em together",
    # the face
    "review.show_face": "Show the &face only",
    "review.hide_face": "Hide the &face",
    "review.own_face": "Your photo",
    "review.other_face": "The face in item {item}",
    "review.opening": "One moment…",
    "review.no_crop": (
        "This case keeps no small pictures of faces. You can view the whole picture below, or "
        "decide by the details above."
    ),
    "review.no_own": (
        "Your own photo is no longer in memory. To see it beside this face, add it again under “My "
        "face”."
    ),
    # the whole picture
    "review.reading": "Comparing the file with what was added: {done} of {total} MB",
    "review.locked": "This picture is in an archive that is locked with a password.",
    "review.locked.what": (
        "The password is wiped when the case is closed. Type it here, then hold the button again."
    ),
    "review.locked.password": "Passwor&d of the archive",
    "review.locked.let_go": (
        "It is in a locked archive. Let go, and type the password below the button."
    ),
    "review.locked.use": "Use this pass&word",
    "review.hold": "&Hold to view full image",
    "review.let_go": "Let go, and it is gone.",
    "review.blur": "&Blurred",
    "review.grey": "Black and white (&R)",
    "review.hold_explained": (
        "The whole picture stays only while you hold the button down, or Space or F on the "
        "keyboard. The custody log of the case records each time that something was shown."
    ),
    # decisions
    "review.question": "What do you see?",
    "review.was.confirm": "You decided: this is me. You can change it.",
    "review.was.reject": "You decided: not me. You can change it.",
    "review.was.unsure": "You decided: not sure. You can change it.",
    "review.confirm": "This is &me (1)",
    "review.reject": "&Not me (2)",
    "review.unsure": "Not &sure (3)",
    "review.back": "Bac&k",
    "review.undo": "&Undo",
    "review.next": "Ne&xt",
    "review.keys": (
        "Keys: 1, 2 and 3 decide. The left and right arrows go back and forward. Ctrl+Z undoes "
        "your last decision."
    ),
    # behind the last
    "review.end": "You have been through all of them.",
    "review.sum.confirm": "This is me: {count}",
    "review.sum.reject": "Not me: {count}",
    "review.sum.unsure": "Not sure: {count}",
    "review.sum.open": "Undecided: {count}",
    "review.next_confirmed": (
        "Faces you said are you help to find more: check again, and they are used beside your "
        "photos. Or put together what the police or the support centre needs."
    ),
    "review.next_none": (
        "You did not say of any of them that it is you. This does not mean that you are not in it. "
        "You can check again with other photos, and talk to the support centre about what you saw."
    ),
    "review.hand_over": "Hand o&ver",
    "review.check_again": "&Check again",
    "review.look_at_open": "Und&ecided",
    # nothing to go through
    "review.no_check": (
        "There is nothing to view yet. First check whether your face comes up in what was reported."
    ),
    "review.to_check": "&Check",
    # a check copy
    "review.copy.what": (
        "This is a check copy: it holds numbers and no pictures, so nothing can be shown here. "
        "These are the numbers of what came up:"
    ),
    "review.copy.take": (
        "Write them down and take them to whoever gave you this copy. With the case itself they "
        "can go through these items with you, or for you, as little as you want."
    ),
    "review.copy.alone": (
        "A number here says only that a face resembles yours. It may be somebody else."
    ),
    "review.numbers.strong": "Strong resemblance: item numbers",
    "review.numbers.some": "Some resemblance: item numbers",
    "help.sources": "find which of your photos an item may have been made from, as a lead",
    "help.argument.photos": (
        "folder with your own photos; they are scanned and not kept. Every face in them is "
        "compared, so none has to be chosen"
    ),
    "sources.find": "Find the ph&oto it was made from",
    "sources.choose": "Choose the folder with your own photos",
    "sources.note": "Save as source photo (&I)",
    "sources.noted": "Its hash was saved. Keep the photo itself: the police may ask for it.",
    "sources.likeliest": "A photo that item {item} may have been made from (see this one first):",
    "sources.further": "See these as well, the most alike first:",
    "sources.more": "  and {count} more",
    "sources.line": "  {name}: {because}",
    "sources.line_time": "  {name}: {because} (at {time})",
    "sources.because.same-picture": "the picture as a whole looks the same",
    "sources.because.same-pose": (
        "your face is turned the same way, with the same expression, and resembles it"
    ),
    "sources.because.resembles": "your face resembles it; pose and expression are different",
    "sources.only_resembles": (
        "Resemblance alone says little: where a face was put on another body, pose and expression "
        "come from elsewhere."
    ),
    "sources.none": "No photo stands out as the one that item {item} was made from.",
    "sources.unlike": "Photos in which nothing resembles it: {count}",
    "sources.not.no-face": "no face was found in it",
    "sources.not.other-pack": (
        "its faces could not be compared: the item was scanned with another model pack. Scan the "
        "item again first"
    ),
    "sources.not.unlike": "nothing in it resembles the item",
    "sources.other": "  {name}: {why}",
    "sources.what": (
        "This is a lead, not proof. Compare with your own eyes, and think about who could see this "
        "photo: you can tell that to the police or the support centre."
    ),
}

ERRORS = {
    "ItemNotScannedError": (
        "Item {item} has not been scanned, or could not be checked, so there is nothing to compare "
        "photos with. Continue with: geoul add CASE"
    ),
    "NothingToRevealError": (
        "This is a check copy: it holds no pictures, only numbers. Take the number of this item "
        "to the person who gave you the copy; the case itself can show it."
    ),
}
