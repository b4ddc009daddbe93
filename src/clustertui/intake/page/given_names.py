"""Given names that tell a person from a thing, folded; and the family names of Korea and China."""

from __future__ import annotations

from clustertui.intake.page.wordlists import words_of

GIVEN_NAMES = frozenset(
    words_of(
        """
    aaron abdul abdullah abigail achim ada adam adele adriaan adrian adriana adrien agata agathe
    agnes agnieszka ahmed ahmet aidan aiko aileen aina ainhoa aino akira alain alan albert alberto
    alban aldo alejandra alejandro aleksander aleksandar aleksandra aleksei alessandra alessandro
    alessia alessio alex alexander alexandra alexandre alexandros alexei alexia alexis alfonso
    alfred alfredo ali alice alicia alina aline alison alistair allan alma alois alvaro amanda
    amelie amina amir amit amparo ana anastasia anders andre andrea andreas andreea andrei andrej
    andres andrew andrius andris andrzej andy angel angela angelika angelo angus anil anita anja
    anjali anke ankit ann anna annabelle anne anneke annegret anneli annelies annemarie annette
    annick annika anthony antje antoine anton antonella antonia antonio antonis antti anu aoife
    arash ari ariane arjen armando armin arnaud arne arno arnold art arthur arturo arun arvid asa
    astrid ates athanasios attila aude audrey august augusto aurelie aurelien axel aylin ayse
    baiba balazs baptiste barbara barbora barry bart bartosz bas bastian bastien beata beate
    beatrice beatrix beatriz begona ben benedict benedetta benedikt benjamin benoit bernadette
    bernard bernardo bernd bernhard bert bettina bianca bill birgit birgitta birgitte bjarne bjorn
    blanca bob bogdan boris bozena brad brendan brian bridget brigitte britta bruce bruno burak
    burkhard camilla camille can carina carl carla carles carlo carlos carlota carmel carmela
    carmen carol carole carolin carolina caroline carsten catalina catarina caterina catherine
    cathy cecile cecilia cedric celia celine cem cengiz cesar chantal charles charlotte chiara
    chloe chris christa christel christian christiane christina christine christof christoph
    christophe christopher chun ciara ciaran cilla cinzia claes claire clara claude claudia
    claudio claus clemens clement colin colm conor constantin constanze coralie corinna corinne
    cornelia cornelis cosmin costas craig cristian cristina cyril czeslaw dace daan dag dagmar
    daiki daisuke damian damien damir dan dana daniel daniela daniele danielle danny dario darius
    dave david davide dawn dean debora deborah deirdre delphine denis denisa denise dennis derek
    detlef diana diane didier diego dieter dietmar dietrich dilek dimitar dimitra dimitri
    dimitrios dimitris dina dirk dmitri dmitry dominic dominik dominika dominique donal donald
    donatella doris dorota dorothea dorothee doug douglas dragan duncan dusan ebru eckhard eddie
    edgar edith edmund eduard eduardo edward edwin eero efstathios egon eija eileen eirik
    ekaterina elena eleni eleonora eli elif elin elina eliza elisa elisabeth elisabetta elise
    elizabeth elke ella ellen elodie elsa elvira emanuela emanuele emil emilia emilie emilio emily
    emma emmanuel emmanuelle emre endre enrico enrique erhard eric erica erich erik erika erin
    erkki ernst erwin esa estelle esther etienne eugen eugenia eugenio eun eva evelyn evelyne ewa
    ewald fabian fabien fabienne fabio fabrice fabrizio fadi faisal fatima fatma federica federico
    felix ferdinand ferenc fergal fernanda fernando filip filipe fiona flavia flavio florence
    florent florian francesca francesco francis francisca francisco franck franco francois
    francoise frank franz franziska fraser fred frederic frederik fredrik friedrich fritz gabor
    gabriel gabriela gabriele gabriella gabrielle gael gareth gary gaston gavin gemma geoff
    geoffrey georg george georges georgia georgios gerald gerard gerda gerhard gernot gert giacomo
    gian gianluca gianni gilbert gilles gina giorgia giorgio giorgos giovanna giovanni gisela
    giulia giuliana giulio giuseppe gloria goncalo gonzalo goran gordon gosia graham gregor greg
    gregory greta grzegorz gudrun guido guillaume guillermo gunnar gunter gunther gustav gustavo
    guy gwen gyorgy hal hakan halina hana hanna hannah hannah hannele hannes hans harald hari
    harriet harry haruka haruto hasan hassan heather heike heikki heiko heiner heinrich heinz
    helen helena helene helga helmut hendrik henk henning henri henrik henrike henry herbert
    heribert hermann hideki hilary hilde hildegard hiroshi holger horst howard huberta hubert hugo
    hugues hussein hye hyeyoung hyun ian ibrahim ida ieva ignacio igor ilaria ildiko ileana ilona
    ilse ilze imre ines inge ingeborg inger ingo ingrid inigo inka ioana ioannis irena irene irina
    iris irma isabel isabella isabelle isidro ismail istvan ivan ivana ivo iwona izabela jaakko
    jaap jacek jack jackie jacob jacopo jacqueline jacques jae jaime jakob jakub james jan jana
    jane janet janez jani janina janine janis janne janos jari jarmo jaroslav jaroslaw jasmin
    jason jaume javier jay jean jeanette jeanne jeff jelena jennifer jenny jens jeremy jeroen
    jerome jerzy jesper jessica jesus jill jim jin jitka joan joana joanna joao joaquin jochen
    joel joelle joerg johan johann johanna johannes john jolanta jon jonas jonathan jordi jorg
    jorge jorgen jorn jose josee josef josefa josep joseph josephine joshua josiane josip jovan
    joyce juan juana juho juha jukka jules julia julian juliane julie julien juliette julio jun
    junichi junseok jurgen juri jussi justin justine justyna kadri kai kalle kamil karel karen
    karim karin karina karl karla karolina karoline karsten kasia katalin katarina katarzyna kate
    katerina katharina katherine kathleen kathrin kathryn kathy katia katja katrin katsumi kay
    kazimierz keith keiko kelly ken kenji kenneth kenta kerstin kevin khalid kim kimberly kirsi
    kirsten kirsti kjell klaas klaus koen konrad konstantin konstantinos krista kristian kristiina
    kristin kristina kristine krisztina krzysztof kurt kyle kyriakos kyung ladislav laia laila
    lars lasse laszlo laura laure laurence laurent laurie lea leandro leif leila lena lennart leo
    leon leonardo leonie leonor leopold lesley leslie leszek liam liana lidia lieve liisa lilian
    liliana lina linda linh lionel lisa liselotte liv livia ljiljana lluis lorena lorenz lorenzo
    loretta lotta lotte louis louise lubos luc luca lucas lucia luciano lucie lucy ludmila ludovic
    ludwig luigi luis luisa luise luka lukas luke lutz lydia lynn maarten maciej madalina
    madeleine magali magda magdalena magnus maha mai maite maja malgorzata malin manfred manon
    manuel manuela mara marc marcel marcelo marcello marcin marco marcos marcus marek margaret
    margarida margarita margit margot margherita maria mariana marianne mariano marie marija
    marijke mariko marilena marina mario marion marisa marit marius mariusz marja marjan mark
    marko markku markus marlene marleen marlies marta martha marti martin martina martine marton
    mary masako massimo mateja matej mateusz mathias mathieu mathilde matilde matt matteo matthew
    matthias matti maud maura maureen maurice mauricio maurizio mauro max maxim maxime maximilian
    maya megan mehmet melanie melissa mercedes merja mette mia michael michaela michal michel
    michela michele micheline michelle michiel mick miguel mihai mihaela mika mikael mike mikel
    mikko mikolaj milan milena milos mina minh mira mirco mireille mireia miriam mirjam miro
    miroslav mirza mohamed mohammad mohammed moira moises mona monica monika monique montserrat
    morten moritz muhammad muriel murat mustafa myriam nadia nadine nadja naoko naomi nancy
    natalia natalie natasha nathalie nathan neil nele nelly nerea nicholas nick nicola nicolas
    nicole nicoletta niall niamh niels nigel nihal niklas nikola nikolai nikolaos nikolaus nikos
    nils nina nino noel noelle noemi nora norbert noreen norma nuno nuria octavio odile okan ola
    olaf ole oleg olena olga oliver olivia olivier olof omar onur orla orsolya oscar oskar osman
    ossi otto ove owen pablo padraig paivi pal paloma pamela panagiotis paola paolo pascal pascale
    patrice patricia patricio patrick patrik patrizia patryk patty paul paula paulette paulina
    pauline paulo pavel pavlina pawel pedro peeter pekka penny per perrine pernille pertti petar
    peter petr petra petros philip philipp philippa philippe phil pia pier pierluigi piero pierre
    pierrette pieter pietro pilar piotr pirjo priya przemyslaw quentin rachel radek radoslav
    rafael rafal raffaele raffaella raimund rainer raivo raja ralf ralph ramon ramona rasa rashid
    rasmus raul ray raymond rebecca regina regine regis reiko reinhard reinhold remi renata renate
    renato rene renee reto ricardo riccardo richard rick rita rob robert roberta roberto robin
    rocio rodolfo rodrigo roger roland rolf roman romain romana romano romualdas ron ronald ronan
    rory rosa rosanna rosario rose rosemary roswitha roxana roy ruairi ruben rudi rudolf rui
    rupert ruslan russell ruth ryan ryszard saara sabina sabine sabrina sachiko sadiq said sakari
    salima sally salvador salvatore sam samantha sami samir samuel sander sandra sandrine sandro
    sanja sanjay sanna santiago sara sarah sari saskia satu scott sean seamus sebastian sebastiao
    sebastien sebnem selin selim selma serena serge sergei sergey sergio seung severine shane
    sharon shaun sheila shelley shirley sibel sibylle sid siegfried sigrid silke silvana silvia
    silvie silvio simon simona simone sinead siobhan siri slavko slawomir sofia sofie solange
    solveig sonia sonja sophia sophie soren sorin stacy stanislav stanislaw stavros stefan
    stefania stefanie stefano stella stephan stephane stephanie stephen steve steven stig stuart
    sue sunita susan susana susann susanna susanne suzanne sven svend svenja svetlana sylvain
    sylvia sylvie szymon tadej tae tadeusz takashi takeshi tamara tamas tania tanja tapio tara
    tarja taru tatiana tatjana ted teemu teresa terese terhi terry theo theodor theresa therese
    thibault thierry thijs thomas thorsten tiago tiina till tilo tilman tim timo timothy tina
    tiziana tobias todd tom tomas tomasz tomaz tommaso tone toni tony tore torben tord torsten
    tracy tristan trond tsvetana tudor tuomas tuula udo uffe ugo ulf ulla ulrich ulrica ulrike
    ulrik umberto unai urs ursula urska urszula uta ute uwe vaclav valentin valentina valeria
    valerie valerio vanessa vaclav vasco vasile vasilis vassilis veerle velimir vera verena
    veronica veronika veronique vesna viacheslav vicente vicky victor victoria vidar viera viktor
    viktoria ville vilma vincent vincenzo viorel virginia virginie vito vitor vittoria vittorio
    vivian viviane vlad vladimir vojtech volker waclaw waldemar walid walter wanda wanjiru warren
    wei wendy wenche werner wieslaw wilfried wilhelm willem william willi willy wim witold
    wojciech wolf wolfgang xabier xavier xenia xiao xose yael yann yannick yannis yasmin yasuko
    yolanda yoko yong yoshiko youssef ysabel yuki yukiko yuko yuliya yulia yuri yusuf yves yvette
    yvonne zane zbigniew zdenek zdenka zeljko zeynep zlatko zofia zoe zoltan zsolt zsuzsanna
    zuzana agota aisling akiko alojz ander annamaria arantxa arvo asier audrone bernat bjoerg
    bozidar branka bronislav caoimhe cian dainius darja defne egle eimear endrik eniko esben
    evangelos filippo fleur gerrit gintaras gizem gorka guillem hilda hrvoje ilkka inese ivar
    iztok janko joost jordan jovana jurate kaisa kalina karoly kestutis kirill kjersti koray
    kristof lazar leena levente lieselotte ligita lubomir maeve mait marcela marek mart matias
    mateo meelis mihkel mindaugas mojca mustapha nerijus nevena niina oihane oistein oksana orhan
    panos peadar pelle primoz rasmus rimantas rok romas rozalia ruta sanne sarita sigurd sini
    sigrun snezana stefanos sigita tarmo tatsuya tereza timea tjasa toivo toomas tuncay ulas
    valdis valter vida viktorija vidas vita vygantas yusra zita zora zivile hector franca thandeka
    marit edilberto javiera ignacia rosario cornelis adaeze amara chidi chinedu emeka ifeoma kofi
    kwame nneka ngozi oluwaseun amadou fatou ousmane aminata aditya arjun deepa divya kavita
    lakshmi meera neha pooja rahul rajesh ravi sanjana shreya sunil vijay algirdas andrzejka
    algimantas arturs aivars dzintra edgars janina guntis liga martins oskars sandis
    """
    )
)
"""Given names, folded."""

FAMILY_NAMES = frozenset(
    words_of(
        """
    kim lee park choi choe jung jeong chung kang cho jo yoon yun jang chang lim im rhee yi han oh
    seo suh shin sin kwon hwang ahn an song ryu yoo yu hong jeon jun ko koh moon mun yang son sohn
    bae baek paik heo hur nam noh roh shim sim ha kwak joo ju chu woo min na jin cha um eom pyo
    bang byun yim choung ahn wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo
    he lin luo gao liang zheng xie tang feng deng xiao tanaka suzuki sato watanabe ito yamamoto
    nakamura kobayashi kato yoshida yamada sasaki nguyen tran pham le hoang phan vu singh kumar
    sharma patel gupta khan rao mueller muller schmidt schneider fischer weber meyer wagner becker
    schulz hoffmann rossi russo ferrari bianchi garcia martinez lopez gonzalez fernandez rodriguez
    sanchez perez silva santos ferreira pereira novak horvat kowalski nowak johansson andersson
    karlsson nilsson hansen jensen nielsen olsen larsen smith jones williams brown taylor davies
    evans johnson murphy kelly byrne ryan walsh
    """
    )
)
"""Family names that are frequent enough to tell a person, folded."""
