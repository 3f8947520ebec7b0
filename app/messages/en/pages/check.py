"""The page "check", in English."""

CHECK = {
    "step.check": "Check",
    "check.title": "Check",
    "check.what": (
        "Your face is now compared with the faces in this case. The answer says who resembles you. "
        "You decide what you see in it."
    ),
    "check.what_copy": (
        "Your face is now compared with the faces in this check copy. The answer gives the numbers "
        "of the items in which somebody resembles you. It may be somebody else."
    ),
    "check.no_photo": (
        "Geoul does not know your face yet. Give a photo of it first, then come back here."
    ),
    "check.face_not_chosen": (
        "You have not said yet which face in your photo is yours. Do that first, then come back "
        "here."
    ),
    "check.other_pack": (
        "Your photos were looked at with another model pack than this case. They have to be looked "
        "at once more. Photos that the camera took are forgotten then; take those again."
    ),
    "check.look_again": "Look at my p&hotos again",
    "check.to_me": "Go to my &face",
    "check.to_content": "Go to the &content",
    "check.waiting": (
        "Not everything has been looked at yet: {count} to go. You can check now, and again later. "
        "What is still waiting is not in the answer."
    ),
    "check.photos": "Photos of your face that are used: {count}",
    "check.photos_to_go": (
        "Your photos that are still being looked at: {count}. You can wait a moment, or check "
        "without them now and again later."
    ),
    "check.face_waits": (
        "Photos in which you have not said yet which face is yours: {names}. Until you do, they "
        "take no part. You can choose your face first, or check without them now and again later."
    ),
    "check.choose_face": "Choose m&y face",
    # whose face it is
    "check.whose": "Whose face is it?",
    "check.whose_why": (
        "Each check is for one person only. What you choose is kept in the custody log of this "
        "case, which notes what was done."
    ),
    "check.whose.self": "It is my own face.",
    "check.whose.consent": "It is the face of somebody who has agreed to this check.",
    "check.whose.guardian": "I am the parent or guardian of this person.",
    "check.whose.counsellor": "I am a counsellor, and this person asked me for help.",
    "check.say_whose": "Please choose first whose face it is.",
    "check.pack_built_in": (
        "The model pack that comes with the program tells these people apart less well, so it "
        "misses more of their faces and shows more strangers: {people}. You can go on with it; a "
        "better pack can be added under Settings."
    ),
    "check.run": "Chec&k now",
    "check.back": "&Back to the last answer",
    "check.running": "One moment. Your face is being compared with every face in the case.",
    "check.stop": "S&top",
    "check.interrupted": (
        "The window was locked before there was an answer. Give your photos once more and check "
        "again."
    ),
    # the answer
    "check.face_waited": (
        "Photos that took no part, since you had not said which face is yours: {names}"
    ),
    "check.changed": (
        "The case or your photos have changed since this answer. Check again to take that in."
    ),
    "check.review": "Look &at what came up",
    "check.again": "Chec&k again",
    "check.more_photos": "Give more &photos",
    "check.cautions": "Please keep in mind",
    "check.unchecked": "What was not checked",
    "check.unchecked_show": "&Show the list",
    "check.unchecked_hide": "Hide the li&st",
    "check.reason": "Items: {count}. Why: {why}",
    "check.reason_partly": "Items looked at in part: {count}. Why: {why}",
    "check.why.pending": "it has not been looked at yet. Check again when it has.",
    "check.why.other-pack": (
        "it was looked at with another model pack. Under Content it can be looked at again."
    ),
    "check.column.item": "Item",
    "check.column.name": "Name",
    "check.column.why": "Why",
    "check.next_scan": (
        "Part of the case was looked at in another way than your photos. Under Content, look at it "
        "again; then check once more."
    ),
    "check.next_export": (
        "Everything that came up is decided. Under Hand over you can put together what the police "
        "or a support centre needs. Faces that you confirmed are used by the next check, and it "
        "finds more."
    ),
    "check.next_look": (
        "Look at what came up, one by one. First there are only words; nothing is shown unasked. "
        "Faces that you confirm are used by the next check, and it finds more."
    ),
}
