"""Om mange scenarier på én gang."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "split it, and run each part into a folder of its own": (
        "del den op, og kør hver del i sin egen mappe"
    ),
    "write a line of paths, and below it a line of values per variant": (
        "skriv en linje med stier og under den en linje med værdier for hver variant"
    ),
    "expected at most {most:,} columns, found {paths:,}": (
        "der må højst være {most:,} kolonner, men der er {paths:,}"
    ),
    "keep the columns of the paths that vary": "behold kolonnerne med de stier, der varierer",
    "expected a row per variant, found none": "der mangler en række for hver variant",
    "add a row below the paths": "tilføj en række under stierne",
    "paths and values": "stier og værdier",
    "column {column} has no path": "kolonne {column} har ingen sti",
    "write a path above it": "skriv en sti over den",
    "the column {path} stands twice": "kolonnen {path} står der to gange",
    "write the path that one of the two is of": "skriv den sti, som den ene af de to hører til",
    "{path} names files, which are read before the variants are made": (
        "{path} angiver filer, og de læses, før varianterne laves"
    ),
    "write a scenario for each instead": "skriv i stedet et scenarie for hver",
    "expected a column per path, found none": "der mangler en kolonne for hver sti",
    "add one, headed by its path": "tilføj en med stien som overskrift",
    "expected {wanted} values, one per column, found {given}": (
        "der skal være {wanted} værdier, en for hver kolonne, men der er {given}"
    ),
    "add a value for {paths}": "tilføj en værdi for {paths}",
    "take the rest away, or put a value that holds the separator into quotes": (
        "fjern resten, eller sæt en værdi, der indeholder skilletegnet, i citationstegn"
    ),
    "write it; to leave it as in the scenario, write the scenario's own value": (
        "skriv den; skal den være som i scenariet, så skriv scenariets egen værdi"
    ),
    "expected a value for {paths}, found nothing": "der mangler en værdi for {paths}",
    "the {names} in {text} may mark thousands or decimals": (
        "tegnet ({names}) i {text} kan stå for tusinder eller decimaler"
    ),
    "expected a number with a decimal {kind} like the others, found {text}": (
        "der skal stå et tal med {kind} som decimaltegn ligesom de andre, men der står {text}"
    ),
    "the name {name} stands twice, first on line {line}": (
        "navnet {name} står der to gange, første gang i linje {line}"
    ),
    "give each row a name of its own": "giv hver række sit eget navn",
    "{path} is varied twice, first in {text}": "{path} varieres to gange, første gang i {text}",
    "keep one of the two": "behold den ene af de to",
    "expected at most {most:,} variants, found {whole:,}": (
        "der må højst være {most:,} varianter, men der er {whole:,}"
    ),
    "sweep fewer values, or sample the ranges: --range PATH=low:high --sample lhs:1000": (
        "brug færre værdier, eller træk fra intervallerne: --range STI=FRA:TIL --sample lhs:1000"
    ),
    "expected values between commas, found '{values}'": (
        "der skal stå værdier med komma imellem, men der står '{values}'"
    ),
    "write {sweep} {path}=1000,2000,3000, without a comma for thousands or decimals": (
        "skriv {sweep} {path}=1000,2000,3000 uden komma for tusinder eller decimaler"
    ),
    "write {sweep} {path}={points} (decimal point)": (
        "skriv {sweep} {path}={points} (decimalpunktum)"
    ),
    "the value {twice} stands twice": "værdien {twice} står der to gange",
    "write each value once": "skriv hver værdi én gang",
    "expected PATH=VALUES, found '{text}'": "der skal stå STI=VÆRDIER, men der står '{text}'",
    "write for example {option} {example}": "skriv for eksempel {option} {example}",
    "write a scenario for each, with extends: and what it changes, and name them all": (
        "skriv et scenarie for hver med extends: og det, der ændres, og angiv dem alle"
    ),
    "low:high:n": "FRA:TIL:N",
    "low:high": "FRA:TIL",
    "expected {shape}, found '{values}'": "der skal stå {shape}, men der står '{values}'",
    "write for example {path}={example}": "skriv for eksempel {path}={example}",
    "expected numbers in {shape}, found '{text}'": (
        "der skal stå tal i {shape}, men der står '{text}'"
    ),
    "write for example {path}={example} (decimal point, no thousands mark)": (
        "skriv for eksempel {path}={example} (decimalpunktum, intet tusindtalstegn)"
    ),
    "expected low below high, found {low} to {high}": (
        "det lave tal skal stå før det høje, men der står {low} til {high}"
    ),
    "write {path}={decimals}": "skriv {path}={decimals}",
    "write two different ends": "skriv to forskellige ender",
    "expected a number of values from 2 to {most:,}, found '{text}'": (
        "der skal stå et antal værdier fra 2 til {most:,}, men der står '{text}'"
    ),
    "write for example {path}={low}:{high}:{steps}": (
        "skriv for eksempel {path}={low}:{high}:{steps}"
    ),
    "{fix} if decimals are meant, {path}={apart} if values between commas are": (
        "{fix}, hvis der menes decimaler, {path}={apart}, hvis der menes værdier med komma imellem"
    ),
    "{fix}, {path}={whole} if thousands are": "{fix}, {path}={whole}, hvis der menes tusinder",
    "commas may mark decimals or part values in '{values}'": (
        "kommaerne i '{values}' kan stå for decimaler eller skille værdier"
    ),
    "ranges are sampled, but not how often": (
        "der skal trækkes fra intervaller, men ikke hvor mange gange"
    ),
    "add {sample} lhs:100; or, for steps, {sweep} PATH=low:high:n": (
        "tilføj {sample} lhs:100; eller, for trin, {sweep} STI=FRA:TIL:N"
    ),
    "a sample needs ranges, found none": "en stikprøve kræver intervaller, men der er ingen",
    "add {range} PATH=low:high, once for each path": (
        "tilføj {range} STI=FRA:TIL, én gang for hver sti"
    ),
    "expected lhs:N or sobol:N, found '{text}'": (
        "der skal stå lhs:N eller sobol:N, men der står '{text}'"
    ),
    "write for example lhs:100 (Latin hypercube) or sobol:128": (
        "skriv for eksempel lhs:100 (latinsk hyperkubus) eller sobol:128"
    ),
    "write {near}:{count}": "skriv {near}:{count}",
    "write lhs:{count}": "skriv lhs:{count}",
    "expected at most {most:,} points, found {number}": (
        "der må højst være {most:,} punkter, men der er {number}"
    ),
    "write {how}:1000": "skriv {how}:1000",
    "write sobol:1024": "skriv sobol:1024",
    "Sobol points are balanced for powers of 2 alone, found {count}": (
        "Sobolpunkter er kun jævnt fordelt, når antallet er en potens af 2, men der står {count}"
    ),
    "write sobol:{lower} or sobol:{upper}; or lhs:{count}": (
        "skriv sobol:{lower} eller sobol:{upper}; eller lhs:{count}"
    ),
    "run the same command with --part 1/N to --part N/N instead of --join, N being the "
    "number of parts, then join; or leave out --join to compute all of it at once": (
        "kør den samme kommando med --part 1/N til --part N/N i stedet for --join, hvor N er "
        "antallet af dele, og saml derefter; eller udelad --join for at beregne det hele på én "
        "gang"
    ),
    "{count:,} of {all:,} runs are missing": "{count:,} af {all:,} kørsler mangler",
    "1 of 1 run is missing": "1 af 1 kørsel mangler",
    "1 of {all:,} runs is missing": "1 af {all:,} kørsler mangler",
    "no part of the batch is there: {lacking}": "ingen del af kørslen findes: {lacking}",
    "parts {numbers} of {of} are not finished: {lacking}": (
        "del {numbers} af {of} er ikke færdige: {lacking}"
    ),
    "part {number} of {of} is not finished: {lacking}": (
        "del {number} af {of} er ikke færdig: {lacking}"
    ),
    "  part {part} in {folder} {text}": "  del {part} i {folder} {text}",
    "  and {more} more": "  og {more} mere",
    "remove {file}*": "fjern {file}*",
    "run the same command {options} instead of {instead_of}": (
        "kør den samme kommando {options} i stedet for {instead_of}"
    ),
    "part ": "del ",
    "wait until {named} ends": "vent, til {named} er færdig",
    "wait until {named} end": "vent, til {named} er færdige",
    "{steps}, then join again": "{steps}, og saml derefter igen",
    "join with what the parts were computed with and for; or {fix}": (
        "saml med det, som delene er beregnet med og for; eller {fix}"
    ),
    "with --part ": "med --part ",
    "{option}K/{of} for each K of {array}": "{option}K/{of} for hvert K af {array}",
    "was computed by {name} {before}, not {here}": "er beregnet med {name} {before}, ikke {here}",
    "was computed {few}": "er beregnet {few}",
    "was computed for another {name}": "er beregnet for en anden {name}",
    "was computed for other scenarios: only one of the two has {few}": (
        "er beregnet for andre scenarier: kun den ene af de to har {few}"
    ),
    "was computed from another {few}": "er beregnet ud fra en anden {few}",
    "is of another batch": "hører til en anden kørsel",
    "with {option}": "med {option}",
    "without {option}": "uden {option}",
    "with another {option}": "med en anden {option}",
    "with {option} {before}, not {here}": "med {option} {before}, ikke {here}",
    "{names} and {more} more": "{names} og {more} mere",
    "expected a folder into which --part wrote, found {text}": (
        "der skal stå en mappe, som --part har skrevet i, men der står {text}"
    ),
    "no part of a batch lies in {folder}": "der ligger ingen del af en kørsel i {folder}",
    "--join and --from": "--join og --from",
    "is still being computed": "er stadig ved at blive beregnet",
    "was computed by another version of ipscost": "er beregnet med en anden version af ipscost",
    "is damaged ({error})": "er beskadiget ({error})",
    "is no part of a batch, in spite of its name": "er ikke en del af en kørsel, trods navnet",
    "cannot be read ({strerror})": "kan ikke læses ({strerror})",
    "run the same command with --part {part} instead of {instead_of}": (
        "kør den samme kommando med --part {part} i stedet for {instead_of}"
    ),
    "{runs:,} runs": "{runs:,} kørsler",
    "1 run": "1 kørsel",
    "part {part} in {folder} is damaged in {number} ({error})": (
        "del {part} i {folder} er beskadiget i {number} ({error})"
    ),
    "part {part} in {folder} is being computed again": (
        "del {part} i {folder} er ved at blive beregnet igen"
    ),
    "wait until it ends, then join again": "vent, til den er færdig, og saml derefter igen",
    "part {part} in {folder} is damaged ({error})": "del {part} i {folder} er beskadiget ({error})",
    "remove {file}*, {again}, then join again": "fjern {file}*, {again}, og saml derefter igen",
    "expected a part of the batch such as 3/40, found '{text}'": (
        "der skal stå en del af kørslen, for eksempel 3/40, men der står '{text}'"
    ),
    "expected 1 to {most:,} parts, found '{text}'": (
        "der skal være 1 til {most:,} dele, men der står '{text}'"
    ),
    "parts are numbered from 1 to {of}, found '{text}' (with Slurm: --array=1-{of})": (
        "delene er nummereret fra 1 til {of}, men der står '{text}' (med Slurm: --array=1-{of})"
    ),
    "expected a part from 1 to {of}, found '{text}'": (
        "der skal stå en del fra 1 til {of}, men der står '{text}'"
    ),
    "no file fits {text}": "ingen fil passer til {text}",
    "check the folder and the pattern": "se efter, om mappe og mønster er rigtige",
    "no scenario in the folder {text}": "der er intet scenarie i mappen {text}",
    "name a folder with .yaml files": "angiv en mappe med .yaml-filer",
    "two scenarios are named {name}: {file} and {entry_file}": (
        "to scenarier hedder {name}: {file} og {entry_file}"
    ),
    "rename one of the files; rows of the result are told apart by it": (
        "omdøb en af filerne; det er navnet, der skelner rækkerne i resultatet"
    ),
    "{path} is set, and {varied} varied: nothing is left of what is set": (
        "{path} er sat, og {varied} varieres: intet er tilbage af det, der er sat"
    ),
    "take one of the two out, or write the value of {path} into what varies": (
        "fjern en af de to, eller skriv værdien af {path} ind i det, der varierer"
    ),
    "a process was killed, perhaps for want of memory": (
        "en proces blev standset, måske af mangel på hukommelse"
    ),
    "run the same command again, with fewer --jobs; what is finished is kept": (
        "kør den samme kommando igen med færre --jobs; det, der er færdigt, er gemt"
    ),
    "the point in {text} is read as a decimal point": "punktummet i {text} læses som decimaltegn",
    "a worker runs ipscost {here}, this machine ipscost {ipscost}": (
        "en arbejder kører ipscost {here}, denne maskine ipscost {ipscost}"
    ),
    "{draws:,} draws need more memory than there is": (
        "{draws:,} trækninger kræver mere hukommelse, end der er"
    ),
    "write fewer --draws": "skriv færre --draws",
    "report it with what stands under failed in manifest.json": (
        "meld den med det, der står under failed i manifest.json"
    ),
    "--jobs is for this machine and --scheduler for a cluster; keep one": (
        "--jobs er til denne maskine og --scheduler til en klynge; behold én af dem"
    ),
    "--keep-draws needs pyarrow, which is not installed: pip install 'ipscost[parquet]'": (
        "--keep-draws kræver pyarrow, som ikke er installeret: pip install 'ipscost[parquet]'"
    ),
    "--scheduler must be an address such as tcp://host:8786, not '{scheduler}'": (
        "--scheduler skal være en adresse som tcp://host:8786, ikke '{scheduler}'"
    ),
    "--worker-timeout is for the workers of a cluster; add --scheduler tcp://HOST:PORT": (
        "--worker-timeout gælder arbejderne i en klynge; tilføj --scheduler tcp://VÆRT:PORT"
    ),
    "{message}, or leave it out": "{message}, eller udelad den",
    "part {part} is being computed by another process; wait until it ends": (
        "del {part} er ved at blive beregnet af en anden proces; vent, til den er færdig"
    ),
    "another batch is writing into it; wait until it ends, or name another folder": (
        "en anden kørsel er ved at skrive i den; vent, til den er færdig, eller angiv en anden "
        "mappe"
    ),
    "holds files that no batch wrote, or that were changed since ({error})": (
        "indeholder filer, som ingen kørsel har skrevet, eller som er ændret siden ({error})"
    ),
    "move it away, or name another folder": "flyt den væk, eller angiv en anden mappe",
    "move them away, or name another folder": "flyt dem væk, eller angiv en anden mappe",
    "--out {out} {message}; {fix}": "--out {out} {message}; {fix}",
    " with {runs} that had been finished": " med {runs}, der var færdige",
    "--out {out} was removed or replaced while the batch ran{lost}": (
        "--out {out} blev fjernet eller erstattet under kørslen{lost}"
    ),
    "run the same command again, and leave the folder where it is": (
        "kør den samme kommando igen, og lad mappen være, hvor den er"
    ),
    "error: {message}\n  fix: {fix}": "fejl: {message}\n  løsning: {fix}",
    "--out {out} is a file, or lies in one; name a folder": (
        "--out {out} er en fil eller ligger i en; angiv en mappe"
    ),
    "; what is finished is kept ({runs})": "; det, der er færdigt, er gemt ({runs})",
    "--out {out} cannot be written: {reason}{kept}; {remedy}": (
        "--out {out} kan ikke skrives: {reason}{kept}; {remedy}"
    ),
    "its record of finished runs is damaged ({error})": (
        "listen over færdige kørsler er beskadiget ({error})"
    ),
    "{message}; remove {record} and run again": "{message}; fjern {record}, og kør igen",
    "run the same command without --join": "kør den samme kommando uden --join",
    "run the same command again": "kør den samme kommando igen",
    "it is computed anew": "den beregnes på ny",
    "they are computed anew": "de beregnes på ny",
    "{message} in {named}{more}; {again}: {anew}": "{message} i {named}{more}; {again}: {anew}",
    "make room, and run it again": "skaf plads, og kør igen",
    "name a folder on a disk that can be written": "angiv en mappe på en disk, der kan skrives på",
    "name another folder, or lift what protects this one, as chattr -i does": (
        "angiv en anden mappe, eller ophæv det, der beskytter denne, som chattr -i gør"
    ),
    "name another folder, or mend its permissions": (
        "angiv en anden mappe, eller ret dens rettigheder"
    ),
    "expected 1 to {most} processes, found {text}": (
        "der skal stå 1 til {most} processer, men der står {text}"
    ),
    "write for example {worker_timeout}": "skriv for eksempel {worker_timeout}",
    "expected whole seconds from 1 to {most} (a week), found '{text}'; {fix}": (
        "der skal stå hele sekunder fra 1 til {most} (en uge), men der står '{text}'; {fix}"
    ),
    "--join computes nothing; leave out --scheduler": "--join beregner intet; udelad --scheduler",
    "--part computes a part, and --join puts together what parts computed; keep one": (
        "--part beregner en del, og --join samler det, som delene har beregnet; behold én af dem"
    ),
    "--part is for machines that share nothing, and --scheduler for a cluster, which divides "
    "the work by itself; keep one": (
        "--part er til maskiner, der intet deler, og --scheduler til en klynge, som selv "
        "fordeler arbejdet; behold én af dem"
    ),
    "--part: {error}": "--part: {error}",
    "--from names folders whose parts --join puts together; add --join": (
        "--from angiver mapper, hvis dele --join samler; tilføj --join"
    ),
    "--from: {error}": "--from: {error}",
    "--from: a folder cannot be read: {strerror}; check its name": (
        "--from: en mappe kan ikke læses: {strerror}; se efter, om navnet er rigtigt"
    ),
    "more failures are not shown here; errors.csv will have them all": (
        "flere fejl vises ikke her; de kommer alle i errors.csv"
    ),
}
