"""What the dates, leads and status words of the made-up layouts mean, as a person reads them on 1 September 2019.

Only what is plain stands here: what can be read in two ways must be asked about, and fails a test if it is not.
"""

PROMISED = {
    "31/12/2019": "31 December 2019",
    "31/03/2020": "31 March 2020",
    "31/07/2019": "31 July 2019",
    "31/07/2020": "31 July 2020",
    "31 March 2020": "31 March 2020",
    "30/06/2019": "30 June 2019",
    "30/09/2019": "30 September 2019",
    "31/03/2026": "31 March 2026",
    "01/09/2026": "1 September 2026",
    "4 January 2020": "4 January 2020",
    "01/04/2019": "1 April 2019",
    "01/05/2019": "1 May 2019",
    "01/04/2025": "1 April 2025",
    "31/01/2020": "31 January 2020",
    "Sept 19": "September 2019",
    "Sept 2019": "September 2019",
    "Jan-20": "January 2020",
    "Jan 18": "January 2018",
    "Apr 18": "April 2018",
    "Sep 18": "September 2018",
    "Dec 18": "December 2018",
    "Dec-19": "December 2019",
    "Dec 2019": "December 2019",
    "Dec-20": "December 2020",
    "Mar-20": "March 2020",
    "Apr-19": "April 2019",
    "March 2021": "March 2021",
    "July 2021": "July 2021",
    "Jul-19": "July 2019",
    "Jul-20": "July 2020",
    "July 2020": "July 2020",
    "May 25": "May 2025",
    "2020": "2020",
    "by end of Autumn term 2019": "Autumn term 2019",
    "Spring Term 2018": "Spring term 2018",
    "Summer term 2020": "Summer term 2020",
    "Ongoing": "Ongoing",
    "termly": "Ongoing",
    "each meeting": "Ongoing",
    "TBC": "No date given",
    "Apr 19 / Oct 19 / Mar 20": "starts April 2019, revised October 2019, due March 2020",
}
STATUSES = {
    "Complete": "Complete",
    "Completed": "Complete",
    "On track": "On track",
    "On-track": "On track",
    "ongoing and on track": "On track",
    "Not started": "Not started",
    "Delayed": "Delayed or at risk",
    "Off target": "Delayed or at risk",
    # by the keys of their files
    "B": "Complete",
    "G": "On track",
    "A": "Delayed or at risk",
}
BY_OTHER_KEYS = {"sheets_without_actions": {"A": "On track", "G": "Delayed or at risk"}}
"""By layout: there amber means on track, and green late."""
LEADS = {"DCS": "DCS", "Chief Nurse": "Chief Nurse"}
