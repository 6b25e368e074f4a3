# Enrolment: consent first, then getting to know each other.

flow-enroll = enrolment
flow-profile = enrolment

enroll-consent = Hi! I'm Tuntun, the assistant of <b>{ $programme }</b> by { $organiser }. 👋
    { $role ->
        [mentee] I keep your name, goals and answers. Your mentor reads your goals and progress; coordinators only the titles and percentages.
            See or delete it any time: /my_data, /erase.
        [mentor] I keep your name, time zone and answers. What you and your mentee say to each other isn't kept.
            See or delete it any time: /my_data, /erase.
       *[other] I keep your name, time zone, language and what you do in this programme.
            See or delete it any time: /my_data, /erase.
    }
enroll-consent-full = { $role ->
        [mentee] <b>What's kept</b>: the name you go by, language, time zone, interests, goals, check-ins, form answers, and when they happened.
            <b>Who reads it</b>: you, all of it; your mentor, the goals and check-ins you share; coordinators, goal titles, percentages and calls for help. Feedback is only read as a summary.
            <b>Your rights</b>: see it (/my_data), correct it (/edit), take a break (/pause), leave (/leave), delete it (/erase). Under 18, a parent or guardian agrees too.
       *[other] <b>What's kept</b>: the name you go by, language, time zone, your answers, and when they happened.
            <b>Who reads it</b>: you, all of it; your mentoring partner, your profile; coordinators, your profile, whether you take part, and calls for help. Feedback is only read as a summary.
            <b>Your rights</b>: see it (/my_data), correct it (/edit), take a break (/pause), leave (/leave), delete it (/erase).
    }
    { $programme } neither sells this nor passes it on.
enroll-declined = Okay, I've kept nothing. If you change your mind, open your invitation link again.
button-agree = I agree, go on
button-read-all = Read it all
button-other-language = Bahasa Indonesia
button-decline = No, thanks

profile-name = { $role ->
    [mentee] Great. What should I call you?
   *[other] Thank you. What should I call you?
}
profile-zone = { $role ->
    [mentee] Nice to meet you, { $name }! Which time zone are you in? You can also type your city.
   *[other] Nice to meet you, { $name }. Which time zone are you in? You can also type your city.
}
profile-age = How old are you? I only ask to know whether a guardian needs to agree too.
age-adult = 18 or older
age-minor = Under 18
profile-guardian = As you're under 18, a parent or guardian needs to agree too. What's their name?
profile-guardian-agrees = Hand your phone to { $guardian } for a moment. Not around? Go on any time, your answers are safe.
    To { $guardian }: do you agree to { $name } joining this programme?
guardian-yes = I'm the parent/guardian and I agree
profile-field = What's your field?
profile-wants = What would you like to learn? Tap a few, then Done.
profile-skills = Which skills would you like to work on?
profile-hard = Which of these still feel tricky? I'll help bit by bit. All fine? Just tap Done.
profile-kinds = How do you like to talk with your mentor?
profile-days = Which days are you usually free?
profile-clock = Last one: every { $day }, what time suits you for a 2-minute check-in?
profile-welcome = { $role ->
    [coordinator] Welcome, { $name }. You coordinate { $programme }: what needs your attention will come here.
    [viewer] Welcome, { $name }. You can see the numbers of { $programme }.
   *[other] Welcome, { $name }. You own { $programme }: what needs your attention will come here.
}

short-name = Name
short-zone = Time zone
short-age = Age
short-guardian = Guardian
short-guardian-agrees = Guardian's consent
short-field = Field
short-wants = Wants to learn
short-skills = Skills
short-hard = Still tricky
short-kinds = Ways to talk
short-days = Free days
short-clock = Check-in time

field-tech = IT & data
field-business = Business & economics
field-design = Design & media
field-science = Science & engineering
field-health = Health
field-education = Education
field-social = Law & society
field-agriculture = Farming & the sea
want-career = Career direction
want-cv = CV & interviews
want-skills = Technical skills
want-portfolio = Portfolio
want-study = Scholarships & study
want-research = Research & thesis
want-business = Starting a business
want-english = English
skill-communication = Communication
skill-speaking = Public speaking
skill-leadership = Leadership
skill-problems = Problem solving
skill-time = Time management
skill-teamwork = Teamwork
skill-confidence = Confidence
skill-networking = Networking
tool-video = Video calls
tool-documents = Online documents
tool-bots = Bots like me
kind-video = Video
kind-audio = Audio
kind-phone = Phone
kind-person = In person
kind-text = Chat
day-mon = Monday
day-tue = Tuesday
day-wed = Wednesday
day-thu = Thursday
day-fri = Friday
day-sat = Saturday
day-sun = Sunday

coordinator-minor = { $name } is under 18. The guardian who agreed: { $guardian }. Please confirm with them directly.
