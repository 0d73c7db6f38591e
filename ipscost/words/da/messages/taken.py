"""Om figurer, sider og projektmapper."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "a formula would be longer than Excel allows ({error}); put the categories into groups": (
        "en formel ville blive længere, end Excel tillader ({error}); saml kategorierne i grupper"
    ),
    "... and {more} more cells": "... og {more} celler mere",
    "{file} cannot be imported:": "{file} kan ikke importeres:",
    "{title}: the row of {place} is gone; undo that, or write the workbook anew": (
        "{title}: rækken med {place} er væk; fortryd det, eller skriv projektmappen på ny"
    ),
    "undo that, and change a yellow cell of the inputs instead": (
        "fortryd det, og ret i stedet en gul celle på arket med input"
    ),
    "holds {told} where a formula belongs": "indeholder {told}, hvor der skal være en formel",
    "holds {told} where {number:.10g} belongs": (
        "indeholder {told}, hvor der skal stå {number:.10g}"
    ),
    "{path}: its row or its name is gone; undo that": (
        "{path}: dens række eller navn er væk; fortryd det"
    ),
    "{where} is empty, but the other end is not; fill in both ends": (
        "{where} er tom, men den anden ende er ikke; udfyld begge ender"
    ),
    "open the workbook in Excel or LibreOffice and save it, so that it is computed": (
        "åbn projektmappen i Excel eller LibreOffice, og gem den, så den bliver beregnet"
    ),
    "{where} holds a formula without a value; {fix}": (
        "{where} indeholder en formel uden værdi; {fix}"
    ),
    "a number, such as {number:.10g} as in the file": (
        "et tal, for eksempel {number:.10g} som i filen"
    ),
    "{where} is empty; write {back}": "{where} er tom; skriv {back}",
    "{where} holds {told}; {as_number}": "{where} indeholder {told}; {as_number}",
    "write a number": "skriv et tal",
    "write {typed} as a number: with the cell's format set to General, not to Text": (
        "skriv {typed} som et tal: cellens format skal være Standard, ikke Tekst"
    ),
    "the text '{value}'": "teksten '{value}'",
    "{path} multiplies numbers of the correlation {name}, whose covariance a workbook cannot "
    "follow; take the correlation out in a file with extends: for the workbook": (
        "{path} ganger tal i korrelationen {name} med hinanden, og deres kovarians kan en "
        "projektmappe ikke følge; fjern korrelationen i en fil med extends: til projektmappen"
    ),
    "{shown} has changed since {file} was made from it, or is another scenario; write it "
    "anew with ipscost workbook {shown} --out {name}, and enter the changes there": (
        "{shown} er ændret, siden {file} blev lavet ud fra det, eller er et andet scenarie; "
        "skriv den på ny med ipscost workbook {shown} --out {name}, og indtast ændringerne dér"
    ),
    "no input of {file} differs from {shown}, so there is nothing to write; change a yellow "
    "cell, save the workbook, and import it again": (
        "intet input i {file} er anderledes end i {shown}, så der er intet at skrive; ret en gul "
        "celle, gem projektmappen, og importér den igen"
    ),
    "{file} was made from {named}, which is not here; add --scenario FILE": (
        "{file} er lavet ud fra {named}, som ikke er her; tilføj --scenario FIL"
    ),
    "{file} does not show what {arm} saves; open it in Excel or LibreOffice, save it so that "
    "it is computed, and import it again": (
        "{file} viser ikke, hvad {arm} sparer; åbn den i Excel eller LibreOffice, gem den, så "
        "den bliver beregnet, og importér den igen"
    ),
    "{file} shows in {place} that {arm} saves {value:,.2f}, and ipscost has {saving:,.2f} "
    "with the same inputs; either the workbook was saved without being computed (open it in "
    "Excel or LibreOffice and save it), or something else than an input was changed in it "
    "(undo that)": (
        "{file} viser i {place}, at {arm} sparer {value:,.2f}, og ipscost får {saving:,.2f} med "
        "de samme input; enten er projektmappen gemt uden at være beregnet (åbn den i Excel "
        "eller LibreOffice, og gem den), eller også er andet end et input ændret i den (fortryd "
        "det)"
    ),
    "{file} shows in {place} that the rollout gains {value:,.2f}, and ipscost has {net:,.2f} "
    "with the same inputs; either the workbook was saved without being computed (open it in "
    "Excel or LibreOffice and save it), or something else than an input was changed in it "
    "(undo that)": (
        "{file} viser i {place}, at udrulningen giver {value:,.2f}, og ipscost får {net:,.2f} med "
        "de samme input; enten er projektmappen gemt uden at være beregnet (åbn den i Excel "
        "eller LibreOffice, og gem den), eller også er andet end et input ændret i den (fortryd "
        "det)"
    ),
    "{file} does not show what the rollout gains; open it in Excel or LibreOffice, save it so "
    "that it is computed, and import it again": (
        "{file} viser ikke, hvad udrulningen giver; åbn den i Excel eller LibreOffice, gem den, "
        "så den bliver beregnet, og importér den igen"
    ),
    "the accounts of the rollout have {months} months, and a workbook holds {most}; write until: "
    "{year}-12 in the rollout, in a file with extends:": (
        "udrulningens regnskab har {months} måneder, og en projektmappe rummer {most}; skriv "
        "until: {year}-12 i udrulningen i en fil med extends:"
    ),
    "{file} cannot be read as a workbook; {again}": (
        "{file} kan ikke læses som en projektmappe; {again}"
    ),
    "{file} was not made by ipscost workbook, or its sheet Record is gone; write ipscost "
    "workbook FILE --out model.xlsx, and change that one": (
        "{file} er ikke lavet af ipscost workbook, eller arket Grundlag er væk; skriv ipscost "
        "workbook FIL --out model.xlsx, og ret i den"
    ),
    "{path}: its row was moved from {place}, which the formulas still mean; undo the sorting, or "
    "write the workbook anew": (
        "{path}: rækken er flyttet fra {place}, som formlerne stadig henviser til; fortryd "
        "sorteringen, eller skriv projektmappen på ny"
    ),
    "the language or the money in the record of {file} was changed; undo that, or write the "
    "workbook anew": (
        "sproget eller valutaen i {file} (arket Grundlag) er ændret; fortryd det, eller skriv "
        "projektmappen på ny"
    ),
    "{file} has layout {layout:g} of workbooks, and this version of ipscost reads layout "
    "{own}; write it anew with ipscost workbook, and enter the changes there": (
        "{file} har projektmappernes opsætning {layout:g}, og denne version af ipscost læser "
        "opsætning {own}; skriv den på ny med ipscost workbook, og indtast ændringerne dér"
    ),
    "ipscost workbook FILE --out {name}": "ipscost workbook FIL --out {name}",
    "save it as .xlsx in Excel or LibreOffice, or write {other}": (
        "gem den som .xlsx i Excel eller LibreOffice, eller skriv {other}"
    ),
    "the PATH of a number is missing; write one of: {paths}": (
        "stien til et tal (STI) mangler; skriv en af: {paths}"
    ),
    "the PATH of a number is missing; write one of: {paths}, ... (ipscost explain {file} lists "
    "all)": (
        "stien til et tal (STI) mangler; skriv en af: {paths}, ... (ipscost explain {file} viser "
        "alle)"
    ),
    "{option}: {text} is no file; write one variant's settings in quotes, with a semicolon "
    "between: {meant}": (
        "{option}: {text} er ikke en fil; skriv en variants ændringer i anførselstegn med "
        "semikolon imellem: {meant}"
    ),
    "{file}: no such file; check the path": (
        "{file}: filen findes ikke; se efter, om stien er rigtig"
    ),
    "{file} is no .xlsx workbook; {again}": "{file} er ikke en projektmappe (.xlsx); {again}",
    "{file} would unpack to {whole:,.0f} MB, which no workbook of ipscost does; it was not "
    "opened": (
        "{file} ville fylde {whole:,.0f} MB udpakket, og det gør ingen projektmappe fra ipscost; "
        "den er ikke åbnet"
    ),
    "--out {out}: a scenario ends in .yaml; write --out {name}": (
        "--out {out}: et scenarie ender på .yaml; skriv --out {name}"
    ),
    "it is not known how people differ in what differs between the arms of {file}; state it "
    "under spread:, or see ipscost distribution": (
        "det er ukendt, hvor forskellige folk er i det, der adskiller grupperne i "
        "{file}; angiv det under spread:, eller se ipscost distribution"
    ),
    "it is not known how people differ in the cost of {file}, or what that is in each arm; state "
    "it under spread:, or see ipscost distribution": (
        "det er ukendt, hvor forskellige folk er i omkostningen i {file}, eller hvad den er i hver "
        "gruppe; angiv det under spread:, eller se ipscost distribution"
    ),
    "no picture is called {kind}; {fix}": "ingen figur hedder {kind}; {fix}",
    "expected the picture first, then the file; write plot {file} {kind}": (
        "figuren skal stå først og så filen; skriv plot {file} {kind}"
    ),
    "--width must be one of {widths}, not '{width}'": (
        "--width skal være en af {widths}, ikke '{width}'"
    ),
    "--perspective: payers shows the account of each; leave it out": (
        "--perspective: payers viser regnskabet for hver betaler; udelad den"
    ),
    "--outcome: {kind} is of money alone; leave it out, or plot plane": (
        "--outcome: {kind} handler kun om penge; udelad den, eller brug figuren plane"
    ),
    "--wtp: {kind} depends on no threshold; leave it out": (
        "--wtp: {kind} afhænger ikke af nogen tærskel; udelad den"
    ),
    "--out {out}: a picture ends in {endings}; write --out {stem}.svg": (
        "--out {out}: en figur ender på {endings}; skriv --out {stem}.svg"
    ),
    "--csv-dialect {dialect} is for --data; add --data FILE.csv": (
        "--csv-dialect {dialect} gælder --data; tilføj --data FIL.csv"
    ),
    "--data {data}: the numbers are written as CSV; write --data {name}": (
        "--data {data}: tallene skrives som CSV; skriv --data {name}"
    ),
    "--what-if changes numbers of one scenario; name one file": (
        "--what-if ændrer tal i ét scenarie; angiv én fil"
    ),
    "--out {out}: a page ends in one of {endings}; write --out {name}": (
        "--out {out}: en side ender på en af {endings}; skriv --out {name}"
    ),
    "--template is for a page of Word; write --out {name}, or leave it out": (
        "--template gælder en side i Word; skriv --out {name}, eller udelad den"
    ),
    "--template {file} cannot be read: {strerror}": "--template {file} kan ikke læses: {strerror}",
    "{message}; name a file of Word, such as letter.docx": (
        "{message}; angiv en Word-fil, for eksempel letter.docx"
    ),
    "--template {file} is no document of Word; save it in Word as .docx or .dotx": (
        "--template {file} er ikke et Word-dokument; gem det i Word som .docx eller .dotx"
    ),
    "{message}, or leave --template out": "{message}, eller udelad --template",
    "--plot draws scenarios, not results made elsewhere; leave it out": (
        "--plot tegner scenarier, ikke resultater fra andre programmer; udelad den"
    ),
    "--plot draws in the terminal, and {name} is for another program; write ipscost plot "
    "{kind} {file} --out {kind}.svg": (
        "--plot tegner i terminalen, og {name} er til et andet program; skriv ipscost plot "
        "{kind} {file} --out {kind}.svg"
    ),
    "--plot: {error}": "--plot: {error}",
    "--out {out}: a workbook ends in {ending}; write --out {with_suffix}": (
        "--out {out}: en projektmappe ender på {ending}; skriv --out {with_suffix}"
    ),
    "{name} needs the library {library}, which is missing; install it with: pip install "
    "{package}": (
        "{name} kræver biblioteket {library}, som mangler; installér det med: pip install {package}"
    ),
    "pdf needs the system library Pango, which is missing; install it as "
    "doc.courtbouillon.org/weasyprint/stable/first_steps.html says": (
        "pdf kræver systembiblioteket Pango, som mangler; installér det, som "
        "doc.courtbouillon.org/weasyprint/stable/first_steps.html siger"
    ),
    "expected one threshold, found {wtp}; write one, 264000": (
        "der skal stå én tærskel, men der er {wtp}; skriv én, 264000"
    ),
    "{file} has several outcomes; add --outcome, one of: {names}": (
        "{file} har flere resultater; tilføj --outcome, et af: {names}"
    ),
    "{file} does not say what one more of {path} is worth; add --wtp N, or threshold: to the "
    "outcome in the file": (
        "{file} siger ikke, hvad én mere af {path} er værd; tilføj --wtp N, eller threshold: ved "
        "resultatet i filen"
    ),
    "{file} has no budget to draw; ipscost budget {file} says what to add to it": (
        "{file} har intet budget at tegne; ipscost budget {file} siger, hvad der skal tilføjes"
    ),
    "nobody pays or gains anything in the budget of {file}, so there is nothing to draw": (
        "ingen betaler eller vinder noget i budgettet for {file}, så der er intet at tegne"
    ),
}
