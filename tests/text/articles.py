"""Ordinary articles on invented people, for tests that say what must be left alone."""

ORDINARY = """Ostravia's president offers talks to Karsovia

KARSOVIA CITY, Feb 3 (Coast Wire) – President Mara Veltin of Ostravia said on Thursday that her government was “ready \
to talk, here or in Karsovia,” after a week of border incidents.

“We don't want a quarrel over 3.5 km of river,” Veltin told reporters. “But we won't be told by others where our \
border runs.”

Her counterpart, Doran Keel, did not reply at once. A spokesman for the Foreign Ministry, who asked not to be named, \
called the offer ‘useful, if late’.

no easy way back

The two states fell out in Nov. 2021, when the U.S.-built dam at St. Oren was closed. Mr. Keel's party, led by Ana \
McDonald and J. R. van der Oyen, has asked for $4.5m a year; Ostravia pays $1,200,000. At 9 a.m. on Friday, the \
envoys of both sides (and of the EU) meet in Oren... if the snow lets them.

See also the treaty of 1998, which Veltin quoted: it asks both sides to "keep the river open to all".

Karsovia's Ph.D. students wrote about it on YouTube, Facebook and at www.karsovia.example/river?id=1; an iPhone app, \
eBay sales and the hashtag #OpenTheRiver did the rest. Write to press@Ostravia.example or @MaraVeltinHQ.
"""

QUESTIONS = """Who pays for the river? Both, says Lenn Aster

By its own count the river commission spent 12.4 million last year. "Who pays?" asked Lenn Aster, its head. "Both \
sides do," he answered himself, "and both complain."

Read more, worry less: that is what his mother used to say, he added.

"The West of the country is dry," Aster said.The dam's owners disagree.
"""
