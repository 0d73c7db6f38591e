"""Om klynger og det, der er gemt af en kørsel."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "run the same command again; what is finished is kept": (
        "kør den samme kommando igen; det, der er færdigt, er gemt"
    ),
    "a cluster needs Dask, which is not installed": (
        "en klynge kræver Dask, som ikke er installeret"
    ),
    "a Dask {answers}": "en Dask {answers}",
    "the scheduler at {address} has another version of Dask ({error})": (
        "planlæggeren (scheduler) på {address} har en anden version af Dask ({error})"
    ),
    "install the same version of distributed on all machines": (
        "installér den samme version af distributed på alle maskiner"
    ),
    "something else": "noget andet",
    "; what listens there says nothing": "; det, der lytter dér, siger intet",
    "no Dask scheduler answers at {address}{reason}": (
        "ingen Dask scheduler svarer på {address}{reason}"
    ),
    "start one: dask scheduler (it prints its address), and check the address and network": (
        "start en: dask scheduler (den skriver sin adresse), og se efter, om adresse og netværk "
        "er i orden"
    ),
    "expected a Dask scheduler at {address}, found {what}": (
        "der skal være en Dask scheduler på {address}, men der er {what}"
    ),
    "give the address that dask scheduler prints as Scheduler at, such as tcp://host:8786 "
    "(8787 is its page for browsers)": (
        "angiv den adresse, som dask scheduler skriver efter Scheduler at, for eksempel "
        "tcp://host:8786 (8787 er dens side til browsere)"
    ),
    "the worker at {worker} has said nothing for {seconds} seconds; others get its work when "
    "Dask gives it up, by default after 5 minutes": (
        "arbejderen på {worker} har intet sagt i {seconds} sekunder; andre får dens arbejde, når "
        "Dask opgiver den, normalt efter 5 minutter"
    ),
    "the scheduler at {address} has no worker yet; {fix}": (
        "planlæggeren (scheduler) på {address} har endnu ingen arbejder; {fix}"
    ),
    "no worker joined the scheduler at {address} within {seconds}": (
        "ingen arbejder meldte sig til planlæggeren (scheduler) på {address} inden for {seconds}"
    ),
    "the cluster has no worker left; waiting up to {seconds} for one: dask worker {address}": (
        "klyngen har ingen arbejdere tilbage; venter op til {seconds} på en: dask worker {address}"
    ),
    "the cluster at {address} had no worker for {seconds}": (
        "klyngen på {address} havde ingen arbejder i {seconds}"
    ),
    "{start_one}, and {kept}": "{start_one}, og {kept}",
    "the cluster is there again; the batch goes on": "klyngen er der igen; kørslen fortsætter",
    "the scheduler at {address} does not answer; waiting up to {seconds} for it": (
        "planlæggeren (scheduler) på {address} svarer ikke; venter op til {seconds} på den"
    ),
    "the scheduler at {address} did not answer for {seconds}": (
        "planlæggeren (scheduler) på {address} svarede ikke i {seconds}"
    ),
    "see whether it and the network are there, and {kept}": (
        "se efter, om den og netværket er der, og {kept}"
    ),
    "start one: dask worker {address}": "start en: dask worker {address}",
    "1 second": "1 sekund",
    "{seconds} seconds": "{seconds} sekunder",
    "some worker does not answer within {seconds} s; the others compute": (
        "en arbejder svarer ikke inden for {seconds} s; de andre regner videre"
    ),
    "the worker at {worker} has {has}, this machine ipscost {ipscost}": (
        "arbejderen på {worker} har {has}, denne maskine ipscost {ipscost}"
    ),
    "no ipscost": "ikke ipscost",
    "install the same there: pip install ipscost=={ipscost}": (
        "installér den samme dér: pip install ipscost=={ipscost}"
    ),
    "the worker at {worker} has {name} {there}, this machine {here}: results may differ in "
    "the last digits": (
        "arbejderen på {worker} har {name} {there}, denne maskine {here}: resultater kan være "
        "forskellige på de sidste cifre"
    ),
    "install the same version on all, and run the command again": (
        "installér den samme version på dem alle, og kør kommandoen igen"
    ),
    "variant {first}": "variant {first}",
    "variant {first} to {last}": "variant {first} til {last}",
    "1 time": "1 gang",
    "{times} times": "{times} gange",
    "every worker that took {name}, {which}, died of it ({often}), perhaps for want of memory": (
        "hver arbejder, der tog {name}, {which}, døde af det ({often}), måske af mangel på "
        "hukommelse"
    ),
    "give workers more memory or write fewer --draws, and {kept}": (
        "giv arbejderne mere hukommelse, eller skriv færre --draws, og {kept}"
    ),
    "the cluster was lost: its scheduler or all of its workers are gone": (
        "klyngen er væk: dens planlægger (scheduler) eller alle dens arbejdere er forsvundet"
    ),
    "see the scheduler and its workers, and {kept}": (
        "se til planlæggeren (scheduler) og dens arbejdere, og {kept}"
    ),
    "file is not a database": "filen er ikke en database",
    "its heading is not that of a batch": "den begynder ikke som en kørsel",
    "a part of it is missing": "en del af den mangler",
    "database disk image is malformed": "databasen på disken er i stykker",
    "its checksum does not fit": "dens kontroltal passer ikke",
    "its tables are others than those of a batch": "dens tabeller er ikke dem, en kørsel har",
    "the disk is full or failing, or its files may not grow further": (
        "disken er fuld eller i stykker, eller dens filer må ikke vokse mere"
    ),
}
