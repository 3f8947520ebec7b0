"""The page "me", in English."""

ME = {
    "step.me": "My face",
    "me.title": "My face",
    "me.what": (
        "To look for you, Geoul needs to know your face. Your photos are looked at on this "
        "computer only. Your face is held in memory, never written down, and wiped when you close "
        "or lock the case and when you leave."
    ),
    "me.choose": "&Choose photos",
    "me.choose_prompt": "Choose photos of your own face",
    "me.camera": "Use the ca&mera",
    "me.drop": "You can also drop photos onto this page.",
    "me.left_out": (
        "The first {count} are looked at, {left} were left out: up to {most} good ones are enough."
    ),
    "me.looking": "One moment. Your photos are being looked at; to go: {count}",
    "me.loading": "The first one takes a few seconds longer.",
    "me.picture": "Your face in {name}",
    "me.remove": "Remove",
    "me.remove_name": "Remove {name}",
    "me.no_face_is_mine": "None of these is me",
    "me.no_face_is_mine_name": "None of these is me: remove {name}",
    "me.another_face": "Choose another face",
    "me.another_face_name": "Choose another face in {name}",
    "me.forget": "&Forget my face now",
    "me.forgotten": (
        "Done. Nothing of your face is held any more. Photo files stay where they are: this "
        "program does not touch them."
    ),
    "me.looked_again": (
        "The model pack has changed, so your photos were looked at once more. Photos that the "
        "camera took before were forgotten; take those again."
    ),
    "me.next": "&Go on to the check",
    "me.camera_start": "&Start the camera",
    "me.camera_again": "Try agai&n",
    "me.camera_skipping": "All right. Just look into the camera once.",
    "me.camera_stop": "S&top the camera",
    "me.camera_view": "What the camera sees, as in a mirror",
    "me.camera_step": "Step {number} of {total}",
    "me.camera_friction": "It proves nothing; it only makes misuse harder.",
    "me.camera_asked": "Your system may ask whether this program may use it.",
    "me.camera_keeping": "Thank you. The best pictures are being looked at now.",
    "me.photos_instead": "Use &photos instead",
}
