package io.customerhub.examples.resolve;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a column most likely means by its name, in English, German, French, Spanish, Italian,
 * Portuguese, Dutch or Vietnamese; {@link ForeignColumnNames} has further languages.
 */
final class ColumnNames {

  /**
   * A name's meaning.
   *
   * @param sure whether it is the whole name that is known, and not a word of it
   */
  record Named(Meaning meaning, boolean sure) {}

  private static final Map<String, Meaning> WORDS = new HashMap<>();

  /** Also known as a word within a longer name. */
  private static final Map<String, Meaning> PARTS = new HashMap<>();

  /** Only where no other column is plainly called so: a place of birth is a place as well. */
  private static final Map<String, Meaning> UNSURE = new HashMap<>();

  private static final Set<Meaning> REACHED_BY =
      Set.of(Meaning.EMAIL, Meaning.PHONE, Meaning.STREET, Meaning.POSTCODE);

  /** Of whom a column speaks beside the person. */
  private static final Set<String> RELATIVES =
      Set.of(
          ("mother father parent parents guardian spouse husband wife kin emergency"
                  + " mae pai madre padre mere pere conjoint mutter vater ehepartner madrina"
                  + " conyuge responsavel matka ojciec rodzic rodzica opiekun opiekuna anne baba"
                  + " veli anya anyja apa apja moeder vader madrenombre nombremadre nombrepadre contatoemergencia")
              .split(" ", -1));

  private static final Set<String> NUMBERINGS =
      Set.of("no", "nr", "num", "number", "nummer", "numero", "id", "code", "kod", "ref", "key");

  private static final Pattern OF_BIRTH =
      Pattern.compile("(?:birth|born|geb|nasc|nais|nac|naro|urodz|dogum).*|ur|fodt|ne|nee");

  private static final Set<String> YEARS =
      Set.of("year", "yr", "jaar", "jahr", "ano", "anno", "annee", "rok", "yil");

  static {
    both(
        Meaning.GIVEN_NAME,
        "givenname givennames firstname firstnames fname forename vorname rufname prenom prenoms"
            + " first given nombre nombres nome voornaam");
    words(Meaning.GIVEN_NAME, "ten namefirst");
    both(
        Meaning.SURNAME,
        "surname surnames lastname lname familyname nachname familienname zuname last family"
            + " apellido apellidos cognome sobrenome achternaam paterno apellidopaterno");
    words(Meaning.SURNAME, "ho hodem nom nomdefamille namelast secondname patronyme");
    words(
        Meaning.NAME,
        "name fullname fullnames customername displayname contactname clientname personname wholename"
            + " namefull kunde kundenname vollername customer client patient person naam nomcomplet"
            + " nometprenom prenometnom nomprenom nombrecompleto nombreyapellidos nomecompleto"
            + " nominativo hovaten hoten tenkhachhang khachhang");
    both(
        Meaning.BIRTH_DATE,
        "dateofbirth dob birthdate birthday birth birthdt geburtsdatum geburtstag geb gebdatum"
            + " geboren gebdat bday naissance datedenaissance datenaissance fechadenacimiento"
            + " nacimiento fnacimiento nascita datadinascita datanascimento nascimento"
            + " geboortedatum ngaysinh born");
    words(Meaning.BIRTH_DATE, "neele nele geborenam birthdateymd ddn fechanacimiento");
    words(
        Meaning.BIRTH_YEAR,
        "birthyear yearofbirth yob byear birthyr brthyr yrofbirth geburtsjahr anneedenaissance"
            + " anneenaissance annodinascita annonascita anodenacimiento anodenascimento"
            + " geboortejaar namsinh");
    both(Meaning.MIDDLE_NAME, "middlename middleinitial middle midl mname secondgivenname");
    words(Meaning.MIDDLE_NAME, "mi midinit dem tendem");
    for (String place :
        List.of(
            "birthplace",
            "placeofbirth",
            "birthcity",
            "cityofbirth",
            "geburtsort",
            "lieudenaissance",
            "lieunaissance",
            "lugardenacimiento",
            "luogodinascita",
            "localdenascimento",
            "geboorteplaats",
            "noisinh")) {
      UNSURE.put(place, Meaning.CITY);
    }
    both(
        Meaning.EMAIL,
        "email mail emailaddress courriel correo mailadresse emailadresse thudientu epost");
    words(Meaning.EMAIL, "correoelectronico adressemail diachiemail postaelettronica");
    both(
        Meaning.PHONE,
        "phone telephone tel mobile cell phonenumber cellphone mobilephone telefon telefono"
            + " telefone handy rufnummer mobil portable celular movil dienthoai sdt telefoon"
            + " msisdn cellulare gsm fax telefax");
    words(
        Meaning.HOUSE_NUMBER,
        "streetnumber housenumber houseno streetno streetnum hausnummer hausnr nderue numeroderue"
            + " numero numerocivico huisnummer sonha");
    both(Meaning.STREET, "street strasse streetaddress streetname rue calle duong straat rua");
    words(
        Meaning.STREET,
        "logradouro address addr addressline address_line addressfull fulladdress adresse adress anschrift"
            + " direccion domicilio indirizzo endereco adres diachi via street1 addressstreet voie"
            + " homeaddress postaladdress mailingaddress");
    both(
        Meaning.POSTCODE,
        "postcode postalcode zip zipcode plz postal postleitzahl codepostal codigopostal cap cep pincode pin"
            + " mabuudien mabuuchinh");
    words(Meaning.POSTCODE, "cp pcode");
    both(
        Meaning.CITY,
        "city town suburb locality ort wohnort stadt ville commune ciudad localidad municipio"
            + " citta cidade plaats thanhpho");
    words(Meaning.CITY, "comune municipality quan quanhuyen village");
    words(
        Meaning.STATE,
        "state province region uf bundesland provincia regione estado comunidad departement tinh"
            + " tinhthanh kanton st");
    words(Meaning.COUNTRY, "country countrycode land pays pais paese quocgia staat");
    both(Meaning.GENDER, "gender sex geschlecht sexe sexo genre genero sesso gioitinh");
    both(
        Meaning.ORGANISATION,
        "company organisation organization employer firma business unternehmen societe"
            + " entreprise empresa azienda ditta congty");
    words(Meaning.WEBSITE, "website web homepage url webpage domain siteweb sitioweb");
    both(Meaning.VAT_ID, "siret siren piva ustid");
    words(Meaning.VAT_ID, "vat vatid vatnumber vatno taxid ustidnr partitaiva tva masothue mst");
    words(
        Meaning.ORGANISATION,
        "companyname organisationname organizationname restaurant shop accountname businessname"
            + " tradingname legalname storename enseigne raisonsociale insegna ragionesociale"
            + " denominazione firmenname nombrecomercial razonsocial razaosocial nomefantasia");
    UNSURE.put("account", Meaning.ORGANISATION);
    words(Meaning.SUFFIX, "suffix namesuffix generation");
    both(
        Meaning.ID,
        "ssn socsecid socialsecurity socialsecuritynumber nationalid passport steuernummer"
            + " dni nif nie cpf nino ahv avs ahvnr cccd cmnd sozialversicherungsnummer"
            + " npi orcid codicefiscale aadhaar curp rfc bsn ppsn pps hetu cpr amka"
            + " personnr personnummer rodnecislo pesel egn oib cnp fqtv"
            + " паспорт инн снилс αμκα");
    words(
        Meaning.ID,
        "idnumber idno idcard healthcard medicareno medicarenumber cf billingcf nhi sin tfn loyaltycard cardno cardnumber customerno customerid customernumber userid memberid"
            + " membernumber patientid mrn kundennummer kundennr accountid accountnumber"
            + " registrationnumber nhsnumber");
    words(
        Meaning.ROW_ID,
        "id recid rowid uniqueid recordid rownumber row rownum index idx lfdnr nr no stt ltable"
            + " rtable pk uuid guid");
    words(Meaning.AGE, "age alter edad eta idade leeftijd wiek yas vek");
    words(
        Meaning.IGNORED,
        "cluster clusterid entid entityid label truth blockingnumber title salutation"
            + " anrede matchid createdat created createdon updatedat updated timestamp source sourcedataset"
            + " maiden maidenname nickname username race ethnicity"
            + " county comment comments note notes description password status type category"
            + " bairro complemento ddd agencia conta abone aboneno tarife kanal"
            + " groundtruth goldid duplicateof class cuisine"
            + " occupation profession job jobtitle beruf role position department nationality"
            + " staatsangehorigkeit");
    ForeignColumnNames.all().forEach(ColumnNames::words);
  }

  private ColumnNames() {}

  /** Returns what a column may mean, the most likely first; of a name nobody knows, nothing. */
  static List<Named> of(String column) {
    String whole = letters(column);
    Meaning known = WORDS.get(whole);
    if (known != null) {
      // A second line of an address is one only beside a first; zip5 is none.
      return List.of(new Named(known, !column.strip().matches(".*\\D[2-9]")));
    }
    Meaning unsure = UNSURE.get(whole);
    return unsure == null ? ofParts(column) : List.of(new Named(unsure, false));
  }

  /** Of a business e-mail the address says more than that it is of a business. */
  private static List<Named> ofParts(String column) {
    List<Meaning> within = new ArrayList<>();
    boolean relative = false;
    for (String part : words(column)) {
      Meaning meaning = PARTS.get(letters(part));
      relative |= RELATIVES.contains(letters(part));
      if (meaning != null) {
        within.add(meaning);
      }
    }
    if (relative) {
      // The address of a parent is the child's as well, the name is not.
      within.removeIf(meaning -> !REACHED_BY.contains(meaning) && meaning != Meaning.ORGANISATION);
      within.add(Meaning.IGNORED);
    }
    within.sort(
        Comparator.comparing((Meaning meaning) -> meaning == Meaning.ID)
            .thenComparing(meaning -> !REACHED_BY.contains(meaning)));
    return within.stream().map(meaning -> new Named(meaning, false)).toList();
  }

  /** Returns whether a column is called a year of anything. */
  static boolean isYear(String column) {
    List<String> words = words(column).stream().map(ColumnNames::letters).toList();
    return words.stream().anyMatch(YEARS::contains)
        && words.stream().noneMatch(word -> OF_BIRTH.matcher(word).matches());
  }

  /** Returns whether a column is called an address: of a house, a machine or anything. */
  static boolean isAddress(String column) {
    return words(column).stream().anyMatch(word -> letters(word).equals("address"));
  }

  /** Returns whether a column is called a code of anything, such as of a place. */
  static boolean isCode(String column) {
    return letters(column).matches(".*(?:code|kod)");
  }

  /** Returns whether two columns are called the same but for a number. */
  static boolean areNumbered(String one, String next) {
    return letters(one).equals(letters(next)) && next.strip().matches(".*\\D[2-9]");
  }

  /** Returns whether a column is called the name of somebody or something. */
  static boolean isName(String column) {
    return words(column).stream().anyMatch(word -> letters(word).equals("name"));
  }

  /** Returns whether a column is called a number, a code or the like, of whatever. */
  static boolean isNumbering(String column) {
    return words(column).stream()
        .filter(word -> !word.isEmpty())
        .reduce((one, last) -> last)
        .filter(last -> NUMBERINGS.contains(letters(last)))
        .isPresent();
  }

  private static List<String> words(String column) {
    String split = column.replaceAll("(\\p{Ll})(\\p{Lu})", "$1 $2");
    return List.of(split.split("[^\\p{L}\\p{M}]+", -1));
  }

  private static String letters(String name) {
    return folded(name).replaceAll("[^\\p{L}]", "");
  }

  /** Returns a text in small letters without marks. */
  static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD)
        .toLowerCase(Locale.ROOT)
        .replace('đ', 'd')
        .replace('ł', 'l')
        .replace('ı', 'i')
        .replace('ø', 'o')
        .replace("ß", "ss")
        .replaceAll("\\p{M}", "");
  }

  private static void both(Meaning meaning, String words) {
    words(meaning, words);
    for (String word : words.split(" ", -1)) {
      PARTS.put(word, meaning);
    }
  }

  private static void words(Meaning meaning, String words) {
    for (String word : words.split(" ", -1)) {
      WORDS.put(letters(word), meaning);
    }
  }
}
