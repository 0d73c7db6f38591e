"""Ordene i --help: kommandoerne, deres tilvalg, og hvad der står for en værdi."""

from __future__ import annotations

WORDS: dict[str, str] = {
    # the page
    "help_usage": "Brug: {line}",
    "help_program": (
        "Hvad støttet beskæftigelse koster og sparer: scenarier ind, resultater med kilder ud."
    ),
    "help_default": "{text} (ellers {value})",
    "help_example": "Eksempel:",
    "help_examples": "Eksempler:",
    "help_more": "Hjælp til en kommando: {command}",
    "help_first": "Begynd med: {command}",
    # groups of commands
    "commands_start": "Kom i gang",
    "commands_answer": "Svar",
    "commands_sure": "Hvor sikkert er det",
    "commands_numbers": "Bag om tallene",
    "commands_away": "Tag med",
    "commands_many": "Mange scenarier på én gang",
    "commands_around": "Editor og kommandolinje",
    # groups of options
    "panel_own": "Tilvalg",
    "panel_changes": "Hvad der simuleres",
    "panel_psa": "Resultater fra andre programmer",
    "panel_draws": "Hvordan der simuleres",
    "panel_sharing": "Hvem der regner",
    "panel_output": "Hvordan resultatet skrives",
    "panel_program": "Tilvalg før kommandoen",
    # commands: a line in the list of them, and what their own help begins with
    "brief_new": "Skriv et scenarie med forklaringer at gå ud fra.",
    "command_new": (
        "Skriv et scenarie med forklaringer at gå ud fra, og det skema, som en editor kontrollerer "
        "det med."
    ),
    "brief_check": "Find alle fejl i et scenarie uden at køre det.",
    "command_check": (
        "Kontrollér scenarier uden at køre dem: alle fejl på én gang, hver med linje og rettelse."
    ),
    "brief_list": "Vis de scenarier, der følger med ipscost.",
    "command_list": (
        "Vis de scenarier, der følger med ipscost. Deres navne kan bruges overalt, hvor der skal "
        "stå en fil."
    ),
    "brief_simulate": "Hvad et scenarie koster og sparer pr. person.",
    "command_simulate": (
        "Simulér, hvad et scenarie koster og sparer pr. person sammenlignet med normalindsatsen."
    ),
    "brief_payers": "Hvem der vinder, hvem der betaler, og fra hvornår.",
    "command_payers": (
        "Vis, hvem der vinder, og hvem der betaler, hvorfor, hvor sikkert det er, og fra hvilken "
        "måned hver betaler har sine penge igen."
    ),
    "brief_distribution": "Hvem der får gavn af det, og hvad de dyreste står for.",
    "command_distribution": (
        "Vis, hvordan besparelser og omkostninger fordeler sig på personer: hvem der får gavn, og "
        "hvem der ikke gør, hvad der gælder, hvem der end er dyr i hvilken gruppe, og hvad de "
        "dyreste står for, efter betaler og kategori."
    ),
    "brief_budget": "Hvad en udrulning koster hvem i hvilket år.",
    "command_budget": (
        "Vis, hvad en udrulning koster og sparer pr. kalenderår og betaler, hvornår det er tjent "
        "hjem, og hvad der skal til for det."
    ),
    "brief_compare": "Scenarier side om side, og hvorfor de er forskellige.",
    "command_compare": (
        "Sammenlign scenarier side om side: besparelser, betalere, resultater, og hvorfor de er "
        "forskellige."
    ),
    "brief_cea": "Omkostningseffektivitet: hvad man får for pengene.",
    "command_cea": (
        "Vis, hvad hver indsats koster i forhold til det, den opnår, og hvor sikkert valget "
        "mellem dem er."
    ),
    "brief_evidence": "Hvad offentliggjorte evalueringer fandt, side om side.",
    "command_evidence": (
        "Viser offentliggjorte evalueringer side om side, en række hver: over for hvad, for hvem, "
        "hvad der blev nået, og hvad det kostede. Uden filer: alle, der følger med ipscost. "
        "Hvad et nyt sted kan vente: --pool. For at føre en effekt over: transfer: i et scenarie."
    ),
    "brief_plot": "Én figur: en fil til en rapport eller i terminalen.",
    "command_plot": (
        "Tegn én figur af et scenarie: SVG, PNG eller PDF med --out, ellers i terminalen. "
        "Figurerne: waterfall, months, payers, plane, ceac, tornado, evppi, analyses, icons, "
        "budget, cumulative, distribution, concentration, power, study."
    ),
    "brief_sensitivity": "Hvilke tal der betyder mest for besparelsen.",
    "command_sensitivity": (
        "Vis, hvad der betyder mest for besparelsen: hvert tal for sig, og derefter filens "
        "scenarieanalyser."
    ),
    "brief_threshold": "Hvor langt et tal kan gå, før svaret vender.",
    "command_threshold": (
        "Find den værdi af et tal, hvor besparelsen eller nettogevinsten er nul."
    ),
    "brief_power": "Hvad en undersøgelse af så mange personer kan se.",
    "command_power": (
        "Vis, hvad en undersøgelse af så mange personer kan se af en effekt: styrke, assurance, "
        "interval, hvor mange personer det kræver, og hvad undersøgelsen er værd."
    ),
    "brief_trial": "Opdigtede individdata at øve en evaluering på.",
    "command_trial": (
        "Skriv opdigtede individdata, trukket ud fra et scenarie, så en evaluering kan øves, før "
        "de rigtige data kommer: en CSV-fil, modelfilen ved siden af og facit. Ingen er fulgt, og "
        "det siger hver fil."
    ),
    "brief_voi": "Hvad mere viden ville være værd.",
    "command_voi": (
        "Vis, hvad mere forskning er værd, og hvilke tal det bedst kan betale sig at måle bedre."
    ),
    "brief_explain": "Hvor et tal kommer fra, og hvad det betyder.",
    "command_explain": (
        "Forklar ét tal: fra dets linje i filen til dets del af det samlede resultat."
    ),
    "brief_verify": "Sammenhold et scenarie med offentliggjorte resultater.",
    "command_verify": (
        "Sammenhold scenarier med de offentliggjorte resultater, som de skal kunne genskabe."
    ),
    "brief_calibrate": "Tilpas ukendte tal til offentliggjorte resultater.",
    "command_calibrate": (
        "Tilpas ukendte tal til offentliggjorte mål, og se, hvilke af dem målene fastlægger."
    ),
    "brief_batch": "Kør mange scenarier eller varianter til CSV-filer.",
    "command_batch": (
        "Kør mange scenarier, eller mange varianter af nogle få, til CSV-filer; en ny kørsel "
        "fortsætter, hvor den forrige slap."
    ),
    "brief_workbook": "Hele modellen som en levende projektmappe.",
    "command_workbook": (
        "Skriv hele modellen som en projektmappe med levende formler til Excel eller LibreOffice: "
        "input at ændre, modellen, resultater, følsomhed og afstemning med ipscost."
    ),
    "brief_import": "Læs en ændret projektmappe ind som scenarie.",
    "command_import": (
        "Læs det, der er ændret i en projektmappe, ind som et scenarie, der bygger på det, som "
        "projektmappen er lavet af, og kun siger, hvad der er anderledes."
    ),
    "brief_report": "En side til et byråd, med alt bag den.",
    "command_report": (
        "Skriv det, man tager med sig: én fil, som enhver browser åbner, med en forside til et "
        "byråd og bag den figurer, tabeller, alle input og kørslen. Flere scenarier sammenlignes "
        "med det første."
    ),
    "brief_schema": "Skriv det JSON-skema, som en editor kontrollerer med.",
    "command_schema": (
        "Skriv JSON-skemaet for scenariefiler; med det kan en editor foreslå nøgler og finde fejl."
    ),
    "brief_completion": "Lad kommandolinjen fuldføre, hvad du skriver.",
    "command_completion": (
        "Skriv det script, hvormed kommandolinjen fuldfører kommandoer, tilvalg, scenarier og "
        "det, der står i dem. Indlæs det én gang som nedenfor, og åbn et nyt vindue."
    ),
    # arguments
    "option_file": (
        "En scenariefil, navnet på et af dem, der følger med (ipscost list), eller - for "
        "standardinput."
    ),
    "option_cea_file": (
        "En scenariefil, navnet på et af dem, der følger med (ipscost list), eller - for "
        "standardinput; udelad den, hvis --psa er angivet."
    ),
    "option_voi_file": (
        "En scenariefil, navnet på et af dem, der følger med (ipscost list), eller - for "
        "standardinput; udelad den, hvis --psa er angivet."
    ),
    "option_files": (
        "Scenariefiler, navne på dem, der følger med (ipscost list), eller - for standardinput."
    ),
    "option_batch_files": (
        "Scenariefiler, mapper med dem, mønstre i anførselstegn, eller navne på dem, der følger "
        "med."
    ),
    "option_path": "Et tal i scenariet, f.eks. cost.programme.ips eller discount.cost.",
    "option_explain_path": (
        "Et tal i scenariet, f.eks. cost.programme.ips, eller en gruppe af tal, f.eks. cost; "
        "udelades den, vises alle stier."
    ),
    "option_kind": "Figuren: waterfall, months, payers og så videre, som ovenfor.",
    "option_model": "En projektmappe fra ipscost workbook, gemt af Excel eller LibreOffice.",
    "option_scenario": (
        "Scenariet, som projektmappen er lavet af, hvis det ikke længere ligger, hvor "
        "projektmappen angiver."
    ),
    "option_name": "Det nye scenaries navn.",
    "option_shell": "Den kommandofortolker, du bruger.",
    # what is changed
    "option_set": "Ændr én værdi i scenariet; kan angives flere gange.",
    "option_perspective": (
        "Se det fra denne side: societal (samfundet), en betaler, public (det offentlige), health "
        "(sundhedsvæsenet), welfare (velfærd) eller en, som scenariet selv angiver."
    ),
    "option_price_year": "Angiv pengene i dette års priser.",
    "option_stress": (
        "Prøv også det, der skal gælde for enhver model, på denne, og udfyld to tjeklister: CHEERS "
        "2022 og AdViSHE."
    ),
    # how it is simulated
    "option_draws": "Antal trækninger af de usikre tal; 0 giver punktestimatet.",
    "option_seed": "Trækningernes startværdi; samme startværdi giver samme trækninger.",
    "option_sampler": "Hvordan tal trækkes: tilfældigt, eller jævnt fordelt med Sobol-punkter.",
    "option_engine": (
        "Beregn forventede værdier, eller følg personer en for en; de er forskellige, som spread: "
        "siger."
    ),
    "option_persons": "Personer, der følges i hver trækning, med --engine persons; ellers 1.000.",
    "option_level": "Intervallernes niveau.",
    # how the result is written
    "option_lang": "Resultatets sprog; ellers det fra IPSCOST_LANG eller systemets.",
    "option_format": "Resultatets format; ellers en tabel, eller hvad endelsen på --out siger.",
    "option_csv_dialect": "Hvordan CSV skrives; excel-da åbner rigtigt i dansk Excel.",
    "option_import_out": "Skriv det nye scenarie i denne fil, som ikke må findes i forvejen.",
    "option_out": "Skriv resultatet til denne fil.",
    "option_notes": "Vis alle tabeller og noter, ikke kun det korte svar.",
    "option_only": "Vis kun denne tabel, uden sætninger og noter; kan angives flere gange.",
    "option_list_tables": "Vis tabellernes navne og titler.",
    "option_plot": "Tegn en lille figur under resultatet.",
    "option_no_color": "Ingen farver i terminalen.",
    "option_help": "Vis denne hjælp.",
    "option_version": "Vis versionen.",
    # of several commands
    "option_months": "Vis forløbet måned for måned.",
    "option_years": "Vis forløbet år for år.",
    "option_outcome": "Det resultat, der tæller som effekt: qaly eller outcome.qaly.",
    "option_wtp": (
        "Tærskler: hvad én mere af effekten (eller én mindre, hvis det er bedre) er værd, i "
        "resultatets valuta og prisår."
    ),
    "option_arm": ("Vis denne indsats, og udelad de andre; kan angives flere gange."),
    "option_people": (
        "Vis også resultatet for så mange personer i alt; ellers som scenariet angiver."
    ),
    # results made elsewhere
    "option_psa": (
        "Læs probabilistiske resultater fra et andet program (- for standardinput) i stedet for "
        "et scenarie."
    ),
    "option_effects": (
        "Effekterne, en kolonne for hver indsats, hvis --psa kun har omkostningerne."
    ),
    "option_parameters": "De trukne parametre, en række for hver trækning.",
    "option_reference": "Den indsats, de andre sammenlignes med; ellers den første.",
    "option_better": (
        "Om mindre (lower) eller mere (higher) af effekten er bedst; ellers efter dens navn."
    ),
    "option_arms": "De indsatser, der tæller; ellers alle, der ikke følger af andre.",
    "option_cost": "Den omkostning, der tæller, hvis der er flere at vælge mellem: cost_disc.",
    "option_currency": "Omkostningernes valuta og prisår, f.eks. DKK_2017.",
    "option_save_draws": (
        "Skriv omkostning og effekt i hver trækning til denne fil, og hvad der blev trukket, ved "
        "siden af."
    ),
    # of one command
    "option_check_strict": "Regn advarsler for fejl.",
    "option_check_every": "Vis alle fejl, uanset hvor mange der er.",
    "option_simulate_uncertainty": "Vis, hvor usikkerheden kommer fra.",
    "option_payers_payer": (
        "Vis kun dette regnskab: en betaler eller et perspektiv, f.eks. public (det offentlige)."
    ),
    "option_budget_payer": (
        "Hvis regnskab der fortælles om: en betaler, public eller all; ellers det offentliges."
    ),
    "option_budget_prices": "Faste priser (constant) eller løbende priser (nominal).",
    "option_budget_sites": "Stederne i udrulningen: en række hver, forbundet ved navn.",
    "option_compare_vs": (
        "Sammenlign med denne variant af scenariet, hvor værdier er ændret (flere adskilles af "
        "semikolon); kan angives flere gange."
    ),
    "option_compare_base": "Det scenarie, de andre sammenlignes med; ellers det første.",
    "option_compare_money": (
        "Angiv alt i disse penge, f.eks. DKK_2024, eller EUR_2024/DEU, hvor flere lande deler "
        "valutaen."
    ),
    "option_compare_inputs": "Vis, hvilke tal der er forskellige, og hvad hvert af dem forklarer.",
    "option_compare_allow": (
        "Sammenlign scenarier, selv om de er forskellige i dette (horizon: tidshorisont, "
        "perspective: perspektiv, all: begge dele); kan angives flere gange."
    ),
    "option_evidence_studies": "Scenarier med et afsnit study:; ellers alle, der følger med.",
    "option_evidence_group": "Vis kun evalueringer af denne gruppe (youth); kan gives flere gange.",
    "option_evidence_country": "Vis kun evalueringer fra dette land (DNK); kan gives flere gange.",
    "option_evidence_design": "Vis kun evalueringer med dette design; kan gives flere gange.",
    "option_evidence_money": (
        "De penge, omkostninger vises i, fx EUR_2024/DEU; ellers kroner i det seneste år med "
        "priser."
    ),
    "option_evidence_pool": (
        "Læg evalueringernes effekt sammen til én (tilfældige effekter), og sig, hvad et nyt sted "
        "kan vente."
    ),
    "option_evidence_allow": (
        "Læg sammen, selv om evalueringerne er forskellige i dette, eller selv om ingen eller alle "
        "i en arm nåede udfaldet (zero); kan gives flere gange."
    ),
    "option_evidence_measure": "Den effekt, som figuren viser.",
    "option_plot_out": "Tegn den i denne fil: .svg, .png eller .pdf.",
    "option_plot_width": "Hvor bred: én spalte i et tidsskrift (89 mm) eller to (183 mm).",
    "option_plot_data": "Skriv figurens tal til denne fil.",
    "option_plot_csv_dialect": "Hvordan --data skrives; excel-da åbnes rigtigt i dansk Excel.",
    "option_plot_outcome": (
        "Det resultat, der tæller: tornado, analyses og evppi viser da nettogevinster."
    ),
    "option_budget": (
        "Svaret er hele udrulningens nettoresultat i stedet for besparelsen for én person."
    ),
    "option_payer": (
        "Hvis nettoresultat: en betalers, det offentliges (public) eller alles (all); public, hvis "
        "intet er sagt."
    ),
    "option_sensitivity_bounds": (
        "Lad et tal variere mellem disse værdier, i den enhed, det er angivet i."
    ),
    "option_sensitivity_grid": (
        "Lad to tal variere sammen: angiv det to gange; N er antallet af værdier for hvert."
    ),
    "option_report_what_if": (
        "Et tal, som læseren kan ændre mellem disse værdier, op til otte tal; ellers dem, der "
        "betyder mest."
    ),
    "option_report_allow": (
        "Sammenlign scenarier, selv om de er forskellige i dette (horizon: tidshorisont, "
        "perspective: perspektiv, all: begge dele); kan angives flere gange."
    ),
    "option_report_out": (
        "Siden, der skrives: FIL.html, FIL.pdf til papir eller FIL.docx til en sag på to sider."
    ),
    "option_report_template": "En Word-fil, hvis typografier, side og sidehoved FIL.docx får.",
    "option_distribution_persons": "Personer, der følges, 1.000 til 200.000; ellers 50.000.",
    "option_power_n": "Antal personer med indsatsen; ellers dem, som 80 og 90% styrke kræver.",
    "option_power_design": "Hvordan personer sammenlignes.",
    "option_power_controls": "Personer uden for hver med indsatsen; ellers 1.",
    "option_power_sites": "Steder i alt, for clusters og staggered.",
    "option_power_steps": "Grupper af steder, der begynder efter hinanden, for staggered.",
    "option_power_icc": "Andel af variansen mellem personer, der ligger mellem steder.",
    "option_power_before": "Korrelation mellem før og efter, for before-after; ellers 0.",
    "option_power_test": (
        "Hvordan simulerede undersøgelser testes; flere med komma for at se, hvad valget ændrer."
    ),
    "option_power_outcome": "Det resultat, der måles i stedet for omkostningen: qaly.",
    "option_power_wtp": (
        "Hvad én mere af resultatet er værd: så måles nettogevinst, sammen med --outcome."
    ),
    "option_power_sd": (
        "Standardafvigelse mellem personer, for omkostningen, eller for resultatet, hvis kun det "
        "måles; ellers det, som scenariet giver."
    ),
    "option_power_correlation": "Korrelation mellem en persons omkostning og effekt, med --wtp.",
    "option_power_people": "Antal personer om året, som valget gælder; sammen med --years.",
    "option_power_years": "Antal år, som valget gælder; sammen med --people.",
    "option_power_discount": (
        "Årlig diskonteringsrente for disse år, med --people; ellers scenariets."
    ),
    "option_power_cost_fixed": "Hvad undersøgelsen koster én gang, med --people.",
    "option_power_cost_person": "Hvad den koster for hver person i den, med --people.",
    "option_voi_group": "Tal, som én undersøgelse ville måle sammen; kan angives flere gange.",
    "option_voi_study": "Vurder en undersøgelse af to grupper, der trækkes lod mellem (EVSI).",
    "option_voi_n": "Antal personer i hver gruppe, med --study; ellers syv fra 25 til 2.500.",
    "option_voi_sd": (
        "Standardafvigelse på udgiften mellem personer, med --study; ellers hvad scenariet siger."
    ),
    "option_voi_correlation": "Korrelation mellem en persons omkostning og effekt, med --study.",
    "option_voi_cost_fixed": "Hvad undersøgelsen koster én gang, med --study og --people.",
    "option_voi_cost_person": "Hvad den koster for hver person, med --study og --people.",
    "option_voi_people": "Antal personer om året, som valget gælder; sammen med --years.",
    "option_voi_years": "Antal år, som valget gælder; sammen med --people.",
    "option_voi_discount": (
        "Den årlige diskonteringsrente for disse år, sammen med --people; ellers scenariets."
    ),
    "option_calibrate_out": "Skriv de tilpassede tal som et scenarie, der bygger på FIL.",
    "option_calibrate_force": "Lad --out erstatte en fil.",
    "option_calibrate_starts": ("Hvor mange steder der søges fra, ud over den angivne start."),
    "option_trial_n": "Personer i hver gruppe.",
    "option_trial_out": "Skriv dataene i denne fil og modelfilen ved siden af (FIL.yaml).",
    "option_trial_key": "Skriv facit i denne fil: hvad der er sandt, og hvad der er taget væk.",
    "option_trial_missing": (
        "Lav huller: mcar:0.2 tilfældigt, mar:age efter en kolonne, mnar efter størrelsen af det, "
        "der mangler; en andel kan stå bagefter, ellers 0.2."
    ),
    "option_trial_censor": "Lad denne andel af personerne falde fra før tid (censurering).",
    "option_trial_before": "Tilføj, hvad hver person havde før, med denne korrelation.",
    "option_trial_design": "Lodtrækning for hver person eller for hele steder (clusters).",
    "option_trial_sites": "Fordel personerne på så mange steder.",
    "option_trial_icc": "Andel af variansen mellem personer, der ligger mellem steder.",
    "option_trial_seed": "Personernes startværdi; samme startværdi giver samme personer.",
    "option_calibrate_seed": (
        "Startværdi for de steder, hvor søgningen begynder; samme startværdi giver samme svar."
    ),
    "option_batch_out": (
        "Mappe til resultaterne; en ny kørsel med den fortsætter, hvor den forrige slap."
    ),
    "option_batch_sweep": (
        "Lad en sti gennemløbe N værdier, eller STI=a,b,c; flere danner et gitter."
    ),
    "option_batch_range": "Lad en sti variere mellem grænser, med --sample.",
    "option_batch_sample": (
        "Spred N punkter over områderne: latinsk hyperkube (lhs) eller Sobol-punkter."
    ),
    "option_batch_design": "Varianter fra en fil: en kolonne for hver sti, en række for hver.",
    "option_batch_months": "Skriv også months.csv.",
    "option_batch_keep_draws": "Skriv også draws.parquet.",
    "option_jobs": "Antal processer på denne maskine, der regner.",
    "option_scheduler": "Lad en Dask-klynge regne (pip install 'ipscost[cluster]').",
    "option_worker_timeout": (
        "Hvor mange sekunder der ventes på en klynge uden arbejdere; ellers {wait}."
    ),
    "option_part": (
        "Beregn kun del K af N, til --join: delene kan køre hvor som helst og når som helst."
    ),
    "option_join": "Skriv tabellerne ud fra dele; intet beregnes.",
    "option_from": (
        "Sammen med --join: endnu en mappe, som dele er skrevet til; kan angives igen."
    ),
    # what stands for a value
    "metavar_OPTIONS": "TILVALG",
    "metavar_COMMAND": "KOMMANDO",
    "metavar_KIND": "SLAGS",
    "metavar_FILE": "FIL",
    "metavar_DATA": "DATA",
    "metavar_MODEL": "MODEL",
    "metavar_SHIFT": "FLYT",
    "metavar_NAME": "NAVN",
    "metavar_PATH": "STI",
    "metavar_VALUE": "VÆRDI",
    "metavar_YEAR": "ÅR",
    "metavar_SHARE": "ANDEL",
    "metavar_FROM": "FRA",
    "metavar_TO": "TIL",
    "metavar_STEP": "TRIN",
    "metavar_MONEY": "VALUTA",
    "metavar_DIR": "MAPPE",
    "metavar_LOW": "FRA",
    "metavar_HIGH": "TIL",
    "metavar_SECONDS": "SEKUNDER",
    "metavar_RATE": "SATS",
    "metavar_TABLE": "TABEL",
    "metavar_COLUMN": "KOLONNE",
    "metavar_NEW": "NY",
    "metavar_HOST": "VÆRT",
}
