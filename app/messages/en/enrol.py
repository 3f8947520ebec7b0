"""Enrol: own photos, the camera, and the page of her face, in English."""

TEXTS = {
    "step.enrol": "My face",
    "enrol.title": "My face",
    "enrol.what": (
        "To look for you, Geoul needs to know your face. Your photos are scanned on this computer "
        "only. Your face is held in memory, never saved, and wiped when you close or lock the case "
        "and when you leave."
    ),
    "enrol.choose": "&Choose photos",
    "enrol.choose_prompt": "Choose photos of your own face",
    "enrol.camera": "Use the ca&mera",
    "enrol.drop": "You can also drop photos onto this page.",
    "enrol.left_out": (
        "The first {count} are scanned and {left} were left out: up to {most} good ones are enough."
    ),
    "enrol.looking": "One moment. Your photos are being scanned. Left: {count}",
    "enrol.loading": "The first one takes a few seconds longer.",
    "enrol.picture": "Your face in {name}",
    "enrol.remove": "Remove",
    "enrol.remove_name": "Remove {name}",
    "enrol.no_face_is_mine": "None of these is me",
    "enrol.no_face_is_mine_name": "None of these is me: remove {name}",
    "enrol.another_face": "Choose another face",
    "enrol.another_face_name": "Choose another face in {name}",
    "enrol.forget": "&Wipe my face now",
    "enrol.forgotten": (
        "Done. Nothing of your face is left in memory. The photo files stay where they are: this "
        "program does not touch them."
    ),
    "enrol.looked_again": (
        "The model pack has changed, so your photos were scanned again. Photos taken with the "
        "camera were wiped; please take them again."
    ),
    "enrol.next": "Continue to the chec&k",
    "enrol.camera_start": "&Start the camera",
    "enrol.camera_again": "Try agai&n",
    "enrol.camera_skipping": "All right. Just look into the camera once.",
    "enrol.camera_stop": "S&top the camera",
    "enrol.camera_view": "What the camera sees, as in a mirror",
    "enrol.camera_step": "Step {number} of {total}",
    "enrol.camera_friction": "It proves nothing; it only makes misuse harder.",
    "enrol.camera_asked": "Your system may ask whether this program may use it.",
    "enrol.camera_keeping": "Thank you. The best pictures are being scanned now.",
    "enrol.photos_instead": "Use &photos instead",
    "camera.about": (
        "The camera's picture is scanned only on this computer. Nothing is recorded or saved; a "
        "few still pictures stay in memory until you wipe your face."
    ),
    "camera.why": (
        "You will be asked to turn your head and come closer. This makes it harder to check "
        "somebody else by holding their photo up to the camera. It takes half a minute."
    ),
    "camera.skip": "Continue without this",
    "camera.skip_means": (
        "You do not have to do these movements. Then only one picture from the front is taken, and "
        "the custody log of the case records that the movements were skipped. The answer is the "
        "same."
    ),
    "camera.photo": "camera",
    "camera.starting": "The camera is starting.",
    "camera.step.look-straight": "Look straight into the camera.",
    "camera.step.turn-left": "Slowly turn your head to your left.",
    "camera.step.turn-right": "Slowly turn your head to your right.",
    "camera.step.come-closer": "Come a little closer.",
    "camera.step.done": "Thank you, that is all.",
    "camera.hint.no-face": "No face is visible at the moment. Take your time.",
    "camera.hint.several-faces": (
        "More than one face is visible. Each check is for one person: it continues when you are "
        "alone in the picture."
    ),
    "camera.hint.too-far": "A little closer, please.",
    "camera.hint.too-dark": "It is dark. A lamp in front of you, or a window, helps.",
    "camera.hint.hold-still": "Stay still for a moment, please.",
    "camera.hint.other-way": "To the other side, please.",
    "camera.hint.good": "Good. Stay like this for a moment.",
    "camera.hint.take-your-time": (
        "Take your time. If it does not work or is too much, continue without it, or use photos."
    ),
    "camera.passed": "Done. The pictures below are kept in memory only.",
    "camera.skipped": "One picture from the front is kept in memory only.",
    # own photos
    "photos.heading": "Your photos",
    "photo.line": "  {name}: {feedback}",
    "photo.good": "good.",
    "photo.no-face": (
        "no face was found, so it was not used. Choose one that shows your whole face."
    ),
    "photo.several-faces": (
        "it shows several faces, so it was not used: Geoul must not guess which one is you."
    ),
    "photo.choice": (
        "it shows several faces. Which one is you? Only the face you choose is kept; the others "
        "are wiped at once."
    ),
    "photo.no-such-face": (
        "it has no face number {face}, so it was not used. Faces found in it: {found}."
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
        "your face is too small in it, so it was not used. Choose one taken from closer, or the "
        "picture in its full size."
    ),
    "photo.small": "used, but your face is small in it; a larger one works better.",
    "photo.blurred": "used, but it is blurred; a sharp one works better.",
    "photo.turned-away": "used, but your face is turned away; one from the front works better.",
    "photo.too-dark": "used, but it is dark; one in daylight works better.",
    "photo.background": (
        "used; smaller faces in the background were left out. If the largest face in it is not "
        "yours, say which one is."
    ),
    "photo.unreadable": "it could not be used: {why}",
    "photo.locked": (
        "you do not have permission to read it. Check its permissions, or copy it to a folder of "
        "your own."
    ),
    "photo.missing": "there is no file with that name. (For a folder, choose the photos in it.)",
    "photo.video": "this is a video; please use photos.",
    "photo.twice": "this photo was given twice; it is used once.",
    "photo.too-many": (
        "there are enough photos already, so it was not used. To use it, remove another one first."
    ),
    "photos.differ": (
        "Please check your photos: {pair} do not look like the same person. Each check is for one "
        "person only. If one of them is somebody else, remove that photo, or choose another face "
        "in it. If both are you, you can continue."
    ),
    "photos.pair": "{first} and {second}",
    "photos.namesakes": "two photos called {first}",
    "photos.confirmed": "Faces you confirmed in this case that are also used: {count}",
    "photos.confirmed_left_out": (
        "Confirmed faces that do not resemble your photos and are not used: {count}"
    ),
    "photos.more": "Up to {most} different photos help a lot: from other days, in other light.",
}

ERRORS = {
    "CameraError": "The camera cannot be used. Use photos instead; they work just as well.",
    "CameraMissingError": (
        "No camera was found, or the system does not let this program use it. Plug one in or allow "
        "it in the system's settings, or use photos instead; they work just as well."
    ),
    "CameraBusyError": (
        "There is a camera, but it gives no picture. Another program may be using it, or the "
        "system does not allow it. Close the other program and try again, or use photos instead."
    ),
    "CameraBlackError": (
        "The camera's picture is black. Its cover or switch may be closed, or it is very dark. "
        "Check that and try again, or use photos instead."
    ),
    "CameraLostError": (
        "The camera stopped; it may have come loose. Nothing was lost. Try again, or use photos "
        "instead."
    ),
    "OwnPhotosUnusableError": (
        "None of these photos can be used for a check. Take a new one from the front, in daylight, "
        "with only you in it, and try again."
    ),
    "OwnFaceNotChosenError": (
        "Geoul does not know yet which face in your photos is yours. Give its number, as the list "
        "of your photos shows, and check again."
    ),
}
