package io.customerhub.examples.quickstart.sample;

/**
 * Vietnam, where the family name comes first, and countries with other alphabets or with surnames
 * that differ between husband and wife. Phones are of prefixes that nobody was given.
 */
final class CountriesEast {

  private CountriesEast() {}

  static Country vietnam() {
    return Country.of(
        "VN",
        """
        men: Minh Quân, Đức Anh, Văn Hùng, Quốc Bảo, Hữu Phước, Thành Đạt, Văn Dũng, Tuấn Kiệt,
          Gia Huy, Đình Trọng, Văn Nam, Quang Vinh, Xuân Trường, Hoàng Long, Văn Đức, Nhật Tân,
          Ngọc Sơn, Anh Tuấn, Công Phúc, Khánh Duy;
        women: Thị Lan, Thị Hồng, Minh Châu, Thu Hà, Ngọc Ánh, Thị Thảo, Bích Phượng, Thùy Dương,
          Thị Mai, Phương Thảo, Khánh Linh, Thanh Trúc, Hoài Thương, Thị Đào, Kim Ngân, Mỹ Duyên,
          Thị Nhung, Tường Vy, Quỳnh Anh, Thanh Hằng;
        men-starts: Minh, Quốc, Hữu, Thành, Tuấn, Gia, Đình, Quang, Xuân, Hoàng, Nhật, Ngọc, Công;
        men-ends: Quân, Hùng, Bảo, Phước, Đạt, Dũng, Kiệt, Huy, Trọng, Vinh, Long, Sơn, Duy, Khoa;
        women-starts: Thị, Minh, Thu, Ngọc, Bích, Thùy, Phương, Khánh, Thanh, Hoài, Kim, Mỹ, Quỳnh;
        women-ends: Lan, Hồng, Châu, Hà, Ánh, Thảo, Phượng, Dương, Mai, Linh, Trúc, Đào, Ngân, Vy;
        surnames: Nguyễn, Nguyễn, Trần, Lê, Nguyễn, Phạm, Hoàng, Huỳnh, Võ, Đặng, Bùi, Đỗ, Hồ, Ngô,
          Dương, Lý, Đoàn, Trịnh, Lương, Vũ;
        streets: Đường Hoa Sen, Phố Hàng Tre, Đường Bờ Sông, Phố Cây Đa, Đường Lúa Mới,
          Đường Cầu Gỗ, Phố Chợ Mới, Đường Hoa Phượng;
        cities: Hà Nội=10xxxx, Đà Nẵng=55xxxx, Huế=53xxxx, Cần Thơ=90xxxx, Đà Lạt=67xxxx;
        mobile: 955 xxx xxx; landline: 24 0055 xxxx;
        dial: 84; trunk: 0; currency: VND; is: number-first family-first
        """);
  }

  static Country poland() {
    return Country.of(
        "PL",
        """
        men: Grzegorz, Paweł, Łukasz, Michał, Zbigniew, Stanisław, Wojciech, Sławomir, Bogdan,
          Aleksander, Kazimierz, Przemysław, Jerzy, Tadeusz;
        women: Katarzyna, Małgorzata, Agnieszka, Aleksandra, Bożena, Grażyna, Elżbieta, Joanna,
          Zofia, Halina, Magdalena, Weronika, Świętosława, Danuta;
        surnames: Brzozowiecki, Jesionowski, Kłosiński, Łąkowski, Żurawiecki, Ćwikliński, Dębicki,
          Gęsiak, Wójcikiewicz, Śliwonik, Pawłoń, Mączka, Źrebiec, Ostrowąski, Trzcielski, Rzepka,
          Szczygielny, Wróblewiak, Borówka, Grzybek;
        surnames-starts: Brzez, Dąbr, Gór, Jawor, Kalin, Leszcz, Malin, Olsz, Sosn, Wierzb, Zał, Świerk;
        surnames-ends: iński, owiecki, owski, ewicz, niak, ański, yński, ęcki, owicz;
        feminine: ski=ska, cki=cka, ny=na;
        nicknames: Grzegorz=Grzesiek, Michał=Misiek, Stanisław=Staszek, Wojciech=Wojtek,
          Aleksander=Olek, Kazimierz=Kazik, Przemysław=Przemek, Jerzy=Jurek, Tadeusz=Tadek,
          Katarzyna=Kasia, Małgorzata=Gosia, Agnieszka=Aga, Aleksandra=Ola, Elżbieta=Ela,
          Joanna=Asia, Zofia=Zosia, Magdalena=Magda;
        streets: ulica Lipowa, ulica Młyńska, ulica Źródlana, ulica Kwiatowa, aleja Dębowa,
          ulica Łąkowa, ulica Krótka, plac Zamkowy;
        cities: Łódź=90-xxx, Gdańsk=80-xxx, Wrocław=50-xxx, Poznań=60-xxx, Białystok=15-xxx;
        mobile: 499 xxx xxx; landline: 498 xxx xxx;
        dial: 48; trunk: ; currency: PLN; is: number-last
        """);
  }

  static Country greece() {
    return Country.of(
        "GR",
        """
        men: Κωνσταντίνος=Konstantinos, Γεώργιος=Georgios, Δημήτριος=Dimitrios, Σπυρίδων=Spyridon,
          Αθανάσιος=Athanasios, Νικόλαος=Nikolaos;
        women: Ελένη=Eleni, Αικατερίνη=Aikaterini, Βασιλική=Vasiliki, Δέσποινα=Despoina,
          Σταυρούλα=Stavroula, Ευαγγελία=Evangelia;
        surnames: Παπανικολίδης=Papanikolidis, Καραμπέτσος=Karampetsos, Θαλασσινός=Thalassinos,
          Μυλωνόπουλος=Mylonopoulos, Ξανθάκης=Xanthakis, Ροδόπουλος=Rodopoulos, Ψαρράκης=Psarrakis,
          Βουνόπουλος=Vounopoulos;
        feminine: όπουλος=οπούλου, poulos=poulou, ος=ου, os=ou, ης=η, is=i;
        nicknames: Κωνσταντίνος=Κώστας, Γεώργιος=Γιώργος, Δημήτριος=Δημήτρης, Αθανάσιος=Θανάσης,
          Νικόλαος=Νίκος, Αικατερίνη=Κατερίνα, Βασιλική=Βάσω;
        streets: Οδός Ελαιώνων, Οδός Θυμαριού, Λεωφόρος Λιμανιού, Οδός Μύλων;
        cities: Πάτρα=26xxx, Βόλος=38xxx, Χανιά=73xxx;
        mobile: 692 000 xxxx; landline: 692 001 xxxx;
        dial: 30; trunk: ; currency: EUR; is: number-last
        """);
  }

  static Country bulgaria() {
    return Country.of(
        "BG",
        """
        men: Александър=Aleksandar, Георги=Georgi, Димитър=Dimitar, Христо=Hristo, Цветан=Tsvetan,
          Любомир=Lyubomir;
        women: Десислава=Desislava, Цветелина=Tsvetelina, Йорданка=Yordanka, Радостина=Radostina,
          Мария=Maria, Василена=Vasilena;
        surnames: Брезов=Brezov, Калинчев=Kalinchev, Планинов=Planinov, Рибаров=Ribarov,
          Житарев=Zhitarev, Ястребов=Yastrebov, Чукарев=Chukarev, Щерев=Shterev;
        feminine: ов=ова, ев=ева, ov=ova, ev=eva;
        nicknames: Александър=Сашо, Георги=Гошо, Димитър=Митко, Десислава=Деси, Цветелина=Цвети;
        streets: улица Люляк, улица Воденична, булевард Тракия, улица Синчец;
        cities: Пловдив=40xx, Варна=90xx, Русе=70xx;
        mobile: 86 000 xxxx; landline: 86 001 xxxx;
        dial: 359; trunk: 0; currency: EUR; is: number-last
        """);
  }
}
