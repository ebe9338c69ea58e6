"""Text of our own for the tests of the notebook: an invented event told twice, and something else entirely."""

# ruff: noqa: E501 — a line of prose is a paragraph

from __future__ import annotations

HARBOUR = """\
Ferry strikes harbour wall in Velmouth
A passenger ferry struck the inner harbour wall at Velmouth on Tuesday evening, injuring eleven people, two of them seriously. The Lady Corrin was coming in from Ansley Island with 214 passengers on board when her engines failed.
“We heard a grinding noise and then everyone was on the floor,” said Tomas Heller, 43, who was travelling with his two daughters. “Nobody told us anything for ten minutes.”
The harbour authority closed the western basin at 18:40. It said divers would examine the wall at first light. Three fishing boats were moved as a precaution.
Captain Ruth Ayling, who has commanded the vessel since 2019, brought her alongside with the help of a tug. Colleagues described her as calm and exact.
Velmouth Ferries said the ship had passed its yearly survey in March. “We do not yet know why both engines stopped at once,” a spokesman said. “We will not guess.”
The company has cancelled all crossings until Friday. Passengers with tickets may use the slower service from Port Dunmore. A replacement bus leaves the town hall every hour.
Union officials have warned for two years that crews are stretched. In a letter sent in January they listed nineteen faults that had been reported and left alone. The company disputes that number.
“This was an accident waiting for a date,” said Pauline Orde, who speaks for the seafarers. She asked the ministry to open an inquiry of its own.
The ministry of transport said it had sent two investigators. Their first report is expected within thirty days.
Mayor Inge Halloran visited the injured in St Brannoc’s hospital late at night. She thanked the volunteers who had brought blankets and tea to the quay.
"""

QUAY = """\
Eleven hurt as island ferry hits quay
Eleven people were hurt when the Ansley Island ferry ran into a wall in Velmouth harbour. The accident happened shortly after half past six in good weather and a calm sea.
Witnesses spoke of a loud bang followed by shouting. A waiter at the Anchor café said cups fell from every table. “I thought a crane had come down,” he said.
The ferry’s owner has apologised to travellers and promised full refunds. It would not say how much the repairs might cost. Shares in the parent company fell by four per cent.
Two people remain in hospital with broken bones. Doctors said neither was in danger. Nine others were treated on the quay and sent home.
Investigators have taken the ship’s voyage recorder to the capital. They will also look at the maintenance log and at the fuel that was loaded that morning.
Fishermen complained that they had lost a day’s catch. One of them, Old Barnaby Finch, said he had seen worse in the winter of 1987.
"""

BEES = """\
City bees make more honey than country bees
Hives on the roofs of Karlsby gave half as much honey again as hives in the fields around it last summer. Researchers counted every jar from sixty keepers over four seasons.
Lime trees, balconies and railway banks flower one after another, so there is always something to eat. Fields of one crop bloom for a fortnight and are then a desert.
“A bee does not mind traffic,” the botanist Edda Lund explained. Her students followed single insects with tags lighter than a grain of rice.
Not all is well in town, though. Too many new hives could leave wild species hungry, and the council now asks keepers to register.
The study cost less than a bus shelter. It will run for another three years, if the money lasts.
"""

ARTICLES = (HARBOUR, QUAY, BEES)
