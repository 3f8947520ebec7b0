"""The words where the face is not that of whoever is at the computer, in English.

Each stands for the text of the same name without ".of_other", as soon as it was said that the face
is another person's; {person} is one of the first three.
"""

TEXTS = {
    "person.consent": "the person",
    "person.guardian": "the child",
    "person.counsellor": "the client",
    "step.enrol.of_other": "Face of {person}",
    "enrol.title.of_other": "Face of {person}",
    "enrol.what.of_other": (
        "To look for {person}, Geoul needs to know the face. The photos of {person} are scanned on "
        "this computer only. The face is held in memory, never saved, and wiped when you close or "
        "lock the case and when you leave."
    ),
    "enrol.choose_prompt.of_other": "Choose photos of {person}",
    "enrol.looking.of_other": "One moment. The photos of {person} are being scanned. Left: {count}",
    "enrol.picture.of_other": "The face of {person} in {name}",
    "enrol.no_face_is_mine.of_other": "None of these is {person}",
    "enrol.no_face_is_mine_name.of_other": "None of these is {person}: remove {name}",
    "enrol.forget.of_other": "&Wipe the face of {person} now",
    "enrol.forgotten.of_other": (
        "Done. Nothing of the face of {person} is left in memory. The photo files stay where they "
        "are: this program does not touch them."
    ),
    "enrol.looked_again.of_other": (
        "The model pack has changed, so the photos of {person} were scanned again. Photos taken "
        "with the camera were wiped; please take them again."
    ),
    "camera.about.of_other": (
        "The camera's picture is scanned only on this computer. Nothing is recorded or saved; a "
        "few still pictures stay in memory until you wipe the face of {person}."
    ),
    "photos.heading.of_other": "Photos of {person}",
    "photo.no-face.of_other": (
        "no face was found, so it was not used. Choose one that shows the whole face of {person}."
    ),
    "photo.several-faces.of_other": (
        "it shows several faces, so it was not used: Geoul must not guess which one is {person}."
    ),
    "photo.choice.of_other": (
        "it shows several faces. Which one is {person}? Only the face you choose is kept; the "
        "others are wiped at once."
    ),
    "photo.which.of_other": (
        "    They are counted row by row from the top, each row from the left. Say which one is "
        "{person} by its number. For number {number}, type: --me {typed}"
    ),
    "photo.too-small.of_other": (
        "the face of {person} is too small in it, so it was not used. Choose one taken from "
        "closer, or the picture in its full size."
    ),
    "photo.small.of_other": (
        "used, but the face of {person} is small in it; a larger one works better."
    ),
    "photo.turned-away.of_other": (
        "used, but the face of {person} is turned away; one from the front works better."
    ),
    "photo.background.of_other": (
        "used; smaller faces in the background were left out. If the largest face in it is not "
        "that of {person}, say which one is."
    ),
    "photos.differ.of_other": (
        "Please check the photos of {person}: {pair} do not look like the same person. Each check "
        "is for one person only. If one of them is somebody else, remove that photo, or choose "
        "another face in it. If both are {person}, you can continue."
    ),
    "photos.confirmed_left_out.of_other": (
        "Confirmed faces that do not resemble the photos of {person} and are not used: {count}"
    ),
    "check.what.of_other": (
        "The face of {person} is now compared with the faces in this case. The answer says who "
        "resembles {person}. Whether it is {person}, you decide."
    ),
    "check.what_copy.of_other": (
        "The face of {person} is now compared with the faces in this check copy. The answer gives "
        "the numbers of the items in which somebody resembles {person}. It may be somebody else."
    ),
    "check.no_photo.of_other": (
        "Geoul does not know the face of {person} yet. Add a photo of it first, then come back "
        "here."
    ),
    "check.face_not_chosen.of_other": (
        "You have not chosen yet which face in the photo is that of {person}. Do that first, then "
        "come back here."
    ),
    "check.other_pack.of_other": (
        "The photos of {person} were scanned with another model pack than this case. They have to "
        "be scanned again. Photos taken with the camera are wiped then; please take them again."
    ),
    "check.look_again.of_other": "Scan the p&hotos of {person} again",
    "check.to_me.of_other": "Go to the &face of {person}",
    "check.photos.of_other": "Photos of {person} in use: {count}",
    "check.photos_to_go.of_other": (
        "Photos of {person} that are still being scanned: {count}. You can wait a moment, or check "
        "without them now and again later."
    ),
    "check.face_waits.of_other": (
        "Photos in which you have not chosen the face of {person} yet: {names}. Until you do, they "
        "are not used. You can choose the face first, or check without them now and again later."
    ),
    "check.choose_face.of_other": "Choose the face of {person} (&Y)",
    "check.running.of_other": (
        "One moment. The face of {person} is being compared with every face in the case."
    ),
    "check.interrupted.of_other": (
        "The window was locked before there was an answer. Add the photos of {person} again and "
        "check again."
    ),
    "check.face_waited.of_other": (
        "Photos that were not used, because you had not chosen the face of {person} in them: "
        "{names}"
    ),
    "check.changed.of_other": (
        "The case or the photos of {person} have changed since this answer. Check again to include "
        "that."
    ),
    "check.next_scan.of_other": (
        "Part of the case was scanned in a different way than the photos of {person}. Scan it "
        "again under Content; then check once more."
    ),
    "outcome.nothing_new.of_other": (
        "Nothing new came up. This does not mean that {person} is nowhere else."
    ),
    "outcome.none.of_other": (
        "No similar face was found. This does not mean that {person} is not in it."
    ),
    "outcome.not_compared.of_other": (
        "Nothing was compared, so this answer does not say whether {person} is in it."
    ),
    "outcome.with_confirmed.of_other": (
        "Of these, found only with the help of faces you confirmed, not by the photos of {person} "
        "alone: {count}"
    ),
    "found.with_confirmed.of_other": (
        "The photos of {person} alone do not bring it up; together with the faces you confirmed "
        "they do."
    ),
    "next.none.of_other": (
        "  Check again with more and different photos of {person}, and whenever you add new "
        "content.\n"
        "  If somebody told you where it is, the support centre can look for it with you."
    ),
    "next.scan_copy.of_other": (
        "  Ask whoever gave you this copy to scan the case again and to make a new check copy: "
        "part of\n"
        "  this one was scanned in a different way than the photos of {person}."
    ),
    "decision.confirm.of_other": "this is {person}",
    "decision.reject.of_other": "not {person}",
    "hit.confirm.of_other": "    you decided: this is {person}",
    "review.band.strong.of_other": (
        "Strong resemblance. It may still be somebody who looks like {person}."
    ),
    "review.band.some.of_other": "Some resemblance. It is often somebody who looks like {person}.",
    "review.scenes.of_other": (
        "A face like that of {person} comes up in {count} scenes of this video. Your decision "
        "applies to all of them."
    ),
    "review.several.of_other": (
        "More than one face here resembles {person}, so you decide on each of them separately."
    ),
    "review.own_face.of_other": "Photo of {person}",
    "review.no_own.of_other": (
        "The photo of {person} is no longer in memory. To see it beside this face, add it again "
        "under “Face of {person}”."
    ),
    "review.was.confirm.of_other": "You decided: this is {person}. You can change it.",
    "review.was.reject.of_other": "You decided: not {person}. You can change it.",
    "review.confirm.of_other": "&This is {person} (1)",
    "review.reject.of_other": "&Not {person} (2)",
    "review.sum.confirm.of_other": "This is {person}: {count}",
    "review.sum.reject.of_other": "Not {person}: {count}",
    "review.next_confirmed.of_other": (
        "Faces you said are {person} help to find more: check again, and they are used beside the "
        "photos of {person}. Or put together what the police or the support centre needs."
    ),
    "review.next_none.of_other": (
        "You did not say of any of them that it is {person}. This does not mean that {person} is "
        "not in it. You can check again with other photos, and talk to the support centre about "
        "what you saw."
    ),
    "review.no_check.of_other": (
        "There is nothing to view yet. First check whether the face of {person} comes up in what "
        "was reported."
    ),
    "review.copy.alone.of_other": (
        "A number here says only that a face resembles {person}. It may be somebody else."
    ),
    "sources.choose.of_other": "Choose the folder with photos of {person}",
    "sources.because.same-pose.of_other": (
        "the face of {person} is turned the same way, with the same expression, and resembles it"
    ),
    "sources.because.resembles.of_other": (
        "the face of {person} resembles it; pose and expression are different"
    ),
    "handover.nothing.of_other": (
        "You have not confirmed anything yet. Only what you confirmed goes into the file, so that "
        "nobody else's pictures are handed on. Go through what came up and decide which of it is "
        "{person}."
    ),
    "handover.items.some.for.of_other": (
        "If somebody asked for some items only, or one is about {person} but shows no face. What "
        "is about other people is for them to decide."
    ),
    "level.crops.of_other": "The face of {person} only",
    "level.crops.for.of_other": (
        "A small picture of the face of {person} from each item, nothing around it and nobody "
        "else, and the redacted screenshots. For the police or a support centre that asks how you "
        "know that it is {person}."
    ),
    "handover.captures.covered.for.of_other": (
        "Everything sexual and other people's faces are covered. Then they are kept in the case, "
        "and handed over whenever the face of {person} may be. Otherwise they are kept only in a "
        "case that keeps files, and handed over only with the files."
    ),
    "handover.small_set.what.of_other": (
        "For an online report form: report, hash sheet, list and redacted screenshots, in parts "
        "below 10 MB, in a folder beside the file. They are not locked, and the report shows the "
        'face of {person} unless you chose "No picture": delete them once they are sent.'
    ),
    "intake.next.of_other": "Continue to the &face of {person}",
    "progress.photos.of_other": "Scanning the photos of {person}: {done} of {total}",
    "progress.photos.so_far.of_other": "Scanning the photos of {person}: {done}",
    "export.level.crops.of_other": (
        "It holds small pictures of the confirmed face of {person}, and of nobody else."
    ),
    "export.small_set.of_other": (
        "For an online report form, in parts below 10 MB, not locked (delete it afterwards). "
        "Except at level list, the report in it shows the face of {person}: {path}"
    ),
    "sources.find.of_other": "Find the ph&oto of {person} that it was made from",
    # the letters
    "takedown.subject.of_other": (
        "Subject: Sexual content that uses the face of {person} without consent - please remove it "
        "at once"
    ),
    "takedown.who.of_other": (
        "I am {name}, and I write on behalf of {person}, whose face is in the content listed "
        "below, in a sexual context. There was never any consent to its making or to its "
        "publication. I confirm that the face is that of {person}."
    ),
    "takedown.ask.personal.of_other": (
        "to remove with it the personal data of {person} that was published together with it;"
    ),
    "takedown.law.statement.of_other": (
        "In good faith I believe, and I declare, that the content below is an intimate visual "
        "depiction of {person}, or a digital forgery that shows {person}, that it was published "
        "without consent, and that I may act for {person}. How to find it is written below, and "
        "how to reach me at the end, where I sign."
    ),
    "takedown.request.support_centre.of_other": (
        "I ask you to have the content below removed on behalf of {person} wherever it is found, "
        "to keep watching for copies, and to tell me what was done. The files themselves are not "
        "enclosed."
    ),
}
