package io.customerhub.examples.quickstart.sample;

/**
 * Western countries. Phones are of ranges kept free for fiction where a regulator names such ranges
 * (Ofcom, NANPA, BNetzA, ARCEP), otherwise of prefixes that nobody was given.
 */
final class CountriesWest {

  private CountriesWest() {}

  static Country britain() {
    return Country.of(
        "GB",
        """
        men: William, Robert, Edward, Thomas, Alfred, Cedric, Matthew, Benjamin, Nicholas, Rupert,
          Gareth, Duncan, Callum, Anthony, Frederick, Leonard, Samuel, Jonathan, Stephen, Michael;
        women: Margaret, Elizabeth, Katherine, Rebecca, Susannah, Harriet, Beatrice, Philippa,
          Rosalind, Imogen, Patricia, Abigail, Judith, Gillian, Bronwen, Fiona, Christine, Deborah,
          Jennifer, Victoria;
        surnames: Ashworth, Pennock, Thistlewood, Barraclough, Garside, Holroyd, Lumb, Ormerod,
          Sugden, Tattersall, Wrigley, Braithwaite, Clegg, Dunnett, Entwistle, Fothergill, Grice,
          Hebden, Illingworth, Jagger-Hale, Kershaw, Lofthouse, Mawson, Naylor, Oldroyd, Pickersgill,
          Quarmby, Rushworth, Shackleford, Threlkeld, Uttley, Varley, Whiteoak, Yeadon, Ap Rhydderch,
          MacAskell, O'Garrity, St Clere, Penhallow, Trevanion;
        surnames-starts: Ash, Bram, Cold, Dun, Elm, Fern, Gorse, Hazel, Ing, Kirk, Lang, Marl, Nether,
          Oak, Pen, Raven, Sel, Thorn, Under, Whin;
        surnames-ends: worth, thwaite, bottom, croft, ley, den, shaw, royd, stall, combe, more, gill;
        nicknames: William=Bill, Robert=Bob, Edward=Ted, Thomas=Tom, Alfred=Alf, Matthew=Matt,
          Benjamin=Ben, Nicholas=Nick, Anthony=Tony, Frederick=Fred, Leonard=Len, Samuel=Sam,
          Stephen=Steve, Michael=Mike, Margaret=Peggy, Elizabeth=Liz, Katherine=Kate, Rebecca=Becky,
          Susannah=Sue, Harriet=Hattie, Philippa=Pippa, Patricia=Pat, Abigail=Abby, Christine=Chris,
          Deborah=Debbie, Jennifer=Jenny, Victoria=Vicky;
        streets: Mill Lane, Orchard Road, Church Street, Weavers Row, Canal Terrace, Beacon Hill,
          Priory Close, Larch Avenue, Station Road, Foundry Street, Heather Bank, Kingfisher Way;
        cities: Leeds=LSx xAA, Bristol=BSx xAA, Sheffield=Sx xAA, Cardiff=CFx xAA, York=YOx xAA,
          Norwich=NRx xAA, Dundee=DDx xAA;
        mobile: 7700 900xxx; landline: 20 7946 0xxx, 161 496 0xxx, 113 496 0xxx;
        dial: 44; trunk: 0; currency: GBP; is: number-first
        """);
  }

  static Country america() {
    return Country.of(
        "US",
        """
        men: Christopher, Joseph, Daniel, Gregory, Kenneth, Walter, Raymond, Douglas, Vernon, Curtis,
          Theodore, Lawrence, Timothy, Zachary, Jeffrey, Ronald, Wesley, Marcus, Andrew, Nathaniel;
        women: Barbara, Dorothy, Pamela, Theresa, Kimberly, Cynthia, Loretta, Marjorie, Samantha,
          Melinda, Josephine, Gwendolyn, Yolanda, Roberta, Amanda, Jacqueline, Valerie, Susan,
          Stephanie, Charlene;
        surnames: Abernethy, Birchfield, Calloway, Dunwoody, Ellsworth, Fairbank, Gillispie,
          Hathorne, Ingersol, Jessup, Kimbrough, Ledbetter, McAdoo, Northcutt, Overstreet, Pettibone,
          Quarles, Ridenour, Stallworth, Tidwell, Upchurch, Vandermeer, Wetherbee, Yarbrough,
          Zimmer, Okonjo, Marisol, De La Vega, Castellanos, Yamashiro, Lindqvist, Kowalczyk-Reed,
          Broussard, Thibodeaux, Montalvo, Hargrave, Whitcomb, Stoddard, Prewitt, Delacroix;
        surnames-starts: Bar, Corn, Drum, Ever, Fal, Green, Hol, Kil, Lock, Mor, North, Pem, Rad, Still,
          Tol, Wake, West, Win, Hart, Brand;
        surnames-ends: brook, man, field, well, stead, ington, ford, by, land, more, lander, ham;
        nicknames: Christopher=Chris, Joseph=Joe, Daniel=Dan, Gregory=Greg, Kenneth=Ken,
          Raymond=Ray, Theodore=Ted, Lawrence=Larry, Timothy=Tim, Zachary=Zach, Jeffrey=Jeff,
          Ronald=Ron, Andrew=Andy, Nathaniel=Nate, Barbara=Barb, Dorothy=Dottie, Pamela=Pam,
          Theresa=Terry, Kimberly=Kim, Cynthia=Cindy, Samantha=Sam, Josephine=Jo, Gwendolyn=Gwen,
          Roberta=Bobbie, Amanda=Mandy, Jacqueline=Jackie, Susan=Sue, Stephanie=Steph;
        streets: Maple Avenue, Juniper Drive, Old Mill Road, Cedar Street, Prairie Lane, Harbor Way,
          Sycamore Court, Ridgeview Drive, Dogwood Circle, Willow Bend, Quarry Road, Sunset Terrace;
        cities: Portland=972xx, Columbus=432xx, Tucson=857xx, Omaha=681xx, Albany=122xx,
          Savannah=314xx, Boise=837xx;
        mobile: 503 555 01xx, 614 555 01xx, 520 555 01xx, 402 555 01xx, 518 555 01xx, 912 555 01xx,
          208 555 01xx, 971 555 01xx;
        landline: 380 555 01xx, 531 555 01xx, 838 555 01xx;
        dial: 1; trunk: ; currency: USD; is: number-first
        """);
  }

  static Country germany() {
    return Country.of(
        "DE",
        """
        men: Johannes, Alexander, Jürgen, Günter, Matthias, Friedrich, Sebastian, Björn, Torsten,
          Wolfgang, Jörg, Benedikt, Heinrich, Andreas, Dominik, Ulrich, Lukas, Tobias;
        women: Käthe, Elisabeth, Brigitte, Ursula, Änne, Friederike, Johanna, Magdalena, Katharina,
          Sieglinde, Annegret, Susanne, Bärbel, Mareike, Wiebke, Alexandra, Theresa, Hannelore;
        surnames: Müller, Schäfer, Weißgerber, Großkopf, Krämer, Böhmer, Köhler, Jägermann,
          Lindenau, Steinhöfel, Brückner, Hölscher, Wüstenhagen, Achterberg, Dahlhoff, Eickmeier,
          Fährmann, Gerstenkorn, Hagedorn, Immekus, Jeschke, Kaltwasser, Löwenich, Mühlbauer,
          Niemöller, Oehlschläger, Petersilie, Quandtmann, Rosskamp, Süßmilch, Tönnies, Uhlenbrock,
          Vogelsänger, Wacholder, von der Heide, Zuckschwert;
        surnames-starts: Birken, Dorn, Eichen, Feld, Grün, Holz, Kalten, Lerchen, Moos, Nieder, Ober,
          Rüben, Sand, Tannen, Wiesen, Fürsten, Schön, Höll;
        surnames-ends: bach, berger, brück, hauer, hofer, kamp, kötter, meister, rath, stätter, wald;
        nicknames: Johannes=Hannes, Alexander=Alex, Matthias=Matze, Friedrich=Fritz,
          Sebastian=Basti, Wolfgang=Wolf, Heinrich=Heiner, Ulrich=Uli, Tobias=Tobi, Elisabeth=Lisa,
          Brigitte=Gitte, Friederike=Rike, Johanna=Hanna, Magdalena=Lena, Katharina=Kathi,
          Susanne=Susi, Alexandra=Alex;
        streets: Lindenweg, Mühlstraße, Am Alten Markt, Schäfergasse, Bergstraße, Königsallee,
          Goethestraße, Kirschgarten, Brückenstraße, Buchenring, Hafenstraße, Feldweg;
        cities: Köln=50xxx, Bremen=28xxx, Lübeck=23xxx, Würzburg=97xxx, Görlitz=02xxx, Kassel=34xxx;
        mobile: 30 23125 xxx, 69 90009 xxx; landline: 40 66969 xxx, 221 4710 xxx, 89 99998 xxx;
        dial: 49; trunk: 0; currency: EUR; is: number-last
        """);
  }

  static Country france() {
    return Country.of(
        "FR",
        """
        men: François, Jérôme, Étienne, Gaëtan, Rémi, Théo, Benoît, Frédéric, Maxime, Guillaume,
          Jean-Luc, Sébastien, Aurélien, Christophe, Loïc, Anatole;
        women: Hélène, Élodie, Cécile, Françoise, Anaïs, Margaux, Clémence, Noémie, Béatrice,
          Geneviève, Marie-Claire, Solène, Océane, Josiane, Delphine, Alexandrine;
        surnames: Lefèvre, Beauchêne, Fauconnier, Garnieret, Dupré, Hébrard, Lacassagne, Mérieux,
          Noël-Blanc, Oudinet, Pélissier, Quesnoy, Rivaulx, Sévigny, Thévenard, Vasseurot,
          d'Aubancourt, Béranger, Charpentreau, Delorméau, Estève, Froment, Guérinet, Huchon,
          Jaubertie, Kermadec, L'Hermitte, Montbrun;
        surnames-starts: Beau, Char, Clair, Font, Grand, Haute, Mont, Neuf, Petit, Roche, Sauve, Ville;
        surnames-ends: bois, bré, camp, champêtre, fleury, lieu, mesnil, puits, val, vigne, fort;
        nicknames: François=Fanfan, Frédéric=Fred, Maxime=Max, Guillaume=Guigui, Sébastien=Seb,
          Christophe=Chris, Élodie=Élo, Clémence=Clem, Geneviève=Ginou, Alexandrine=Alex;
        streets: Rue des Lilas, Avenue de la Gare, Rue du Vieux Pont, Allée des Platanes,
          Chemin Vert, Place de l'Église, Rue des Tanneurs, Boulevard du Canal, Quai Neuf;
        cities: Nîmes=30xxx, Besançon=25xxx, Orléans=45xxx, Angers=49xxx, Béziers=34xxx;
        mobile: 6 39 98 xx xx; landline: 1 99 00 xx xx;
        dial: 33; trunk: 0; currency: EUR; is: number-first
        """);
  }

  static Country spain() {
    return Country.of(
        "ES",
        """
        men: Francisco, José, Íñigo, Álvaro, Jesús, Andrés, Joaquín, Rubén, Ignacio, Ramón,
          Sebastián, Germán, Óscar, Enrique;
        women: Concepción, María José, Begoña, Inés, Dolores, Rocío, Mónica, Verónica, Asunción,
          Lucía, Montserrat, Isabel, Ángela, Itziar;
        surnames: Ibáñez, Núñez, Peñalver, Zúñiga, Echeverría, Gálvez, Quiñones, Belmontejo, Castañer,
          Domínguez, Escribá, Fariñas, Goicoechea, Herráiz, Larrañaga, Mondéjar, Ordóñez, Prat i Vall,
          Requeséns, Sepúlvera, Tolrà, Urdániz, Villafañe, Yáñez;
        surnames-starts: Ald, Barr, Carv, Den, Fuent, Garr, Herr, Mont, Olm, Pedr, Sant, Val;
        surnames-ends: ajal, alejo, ánez, edo, eñas, eros, illares, iñán, osa, uelos;
        nicknames: Francisco=Paco, José=Pepe, Ignacio=Nacho, Joaquín=Quino, Ramón=Moncho,
          Enrique=Quique, Concepción=Concha, Dolores=Lola, Montserrat=Montse, Isabel=Isa;
        streets: Calle del Olmo, Calle Mayor, Avenida del Puerto, Plaza del Trigo, Paseo de la Ría,
          Calle de los Álamos, Camino Viejo, Ronda Norte;
        cities: Cádiz=110xx, León=240xx, Málaga=290xx, Gijón=332xx, Lleida=250xx;
        mobile: 550 xxx xxx; landline: 551 xxx xxx;
        dial: 34; trunk: ; currency: EUR; is: number-last
        """);
  }
}
