"""Words that mean the same, and words that mean the opposite, wherever news is written.

A word with a second meaning in the news is left out: "house" is also a parliament, "fire" what a company does
to people, and "attorney" an office. These lists serve to find matches only: to a reader of differences the
words of one row are different words.
"""

from typing import Final

from reader.text.en import split_rows

SYNONYMS: Final = split_rows("""
    lawyer solicitor barrister, jail prison imprison imprisonment, arrest detain detention, assault attack,
    probe inquiry enquiry investigate investigation, verdict judgment, robbery theft steal,
    kill die fatal perish slay, injure injury hurt wound, accuse accusation allege allegation,
    lawmaker legislator, republican gop, vote ballot, poll survey, ban prohibit outlaw forbid,
    resign quit resignation, government administration, pact treaty agreement accord, dispute feud quarrel,
    criticise criticize condemn denounce slam lambast rebuke criticism, praise hail laud,
    pledge promise vow, plan scheme proposal propose, negotiation discussion talks,
    car vehicle automobile, driver motorist, plane aircraft jet airliner airplane aeroplane,
    boat vessel ship, railway railroad rail, crash collision collide, blaze inferno flames,
    rain rainfall downpour, explosion explode, destroy demolish wreck, flee escape, search hunt,
    resident inhabitant, basement cellar, child kid youngster, teenager teen, baby infant, student pupil,
    father dad, mother mum mom, disease illness, vaccine jab, study research, soldier troops,
    worker employee staff, protest protester demonstrator demonstrate, firm company, customer client,
    shop store, buy purchase acquire acquisition, profit earnings, wage salary, cash money,
    increase rise raise hike soar surge, fall drop decrease reduce reduction cut slash slump plunge,
    help assist assistance, try attempt, reveal disclose unveil, discover find discovery,
    choose select pick selection, need require, halt stop, delay postpone, cancel scrap, allow permit,
    end finish, win victory triumph, beat defeat, fight battle, match game fixture,
    anger angry furious fury outrage, danger hazard, illegal unlawful, photo picture photograph image,
    video footage film clip, advertisement ad, tweet twitter
""")
"""Rows of words with one meaning."""
