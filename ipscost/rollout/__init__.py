"""The mathematics of a rollout, on months of the calendar and draws; it knows no scenario.

Arrays are (month, draw) unless said otherwise; an axis of draws may have length 1, for what is the
same in all. Months are whole years, from January of the first. Sums are made in a fixed order, and
each draw by itself, so that no digit depends on how draws are divided into blocks.

intake      who is planned to start in each month, and who is recruited
staff       how long people are supported, the posts that they need, what a post costs
waiting     who starts and who waits where the posts have no room
shift       what one person changes by month, for all who start, each from a month of their own
prices      how things rise from year to year, and what money of a year is worth in another
grants      grants by month, and what of them is paid back
financing   what a block grant moves between those who save and those who give it
sums        sums over months and years, each in a fixed order
turns       how deep a cumulative net cost goes, and when it breaks even
"""
