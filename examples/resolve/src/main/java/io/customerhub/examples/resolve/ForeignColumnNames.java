package io.customerhub.examples.resolve;

import java.util.EnumMap;
import java.util.Map;

/**
 * How columns are called in Polish, Czech, Turkish, Swedish, Norwegian, Danish, Finnish, Hungarian,
 * Russian, Greek, Arabic, Chinese, Japanese and Korean.
 */
final class ForeignColumnNames {

  private ForeignColumnNames() {}

  /** Returns the words of each meaning, a blank between two. */
  static Map<Meaning, String> all() {
    Map<Meaning, String> all = new EnumMap<>(Meaning.class);
    all.put(
        Meaning.GIVEN_NAME,
        "imię jméno křestní ad adı förnamn fornavn etunimi keresztnév utónév имя όνομα الاسمالأول 名"
            + " 名前（名） 名（漢字） 名カナ ファーストネーム");
    all.put(Meaning.MIDDLE_NAME, "отчество patronymic drugieimię");
    all.put(
        Meaning.SURNAME,
        "nazwisko příjmení soyad soyadı efternamn etternavn efternavn sukunimi vezetéknév"
            + " családnév фамилия επώνυμο επίθετο اسمالعائلة اللقب 姓 苗字 名字（姓） 姓（漢字） 姓カナ 성 성씨");
    all.put(
        Meaning.NAME,
        "imięinazwisko nazwiskoiimię jménoapříjmení adsoyad adısoyadı namn navn nimi név teljesnév"
            + " фио фамилияимяотчество имяифамилия клиент ονοματεπώνυμο الاسم الاسمالكامل 姓名 名字 客户姓名"
            + " 客户名称 氏名 お名前 名前 성명 이름 성함 고객명");
    all.put(Meaning.NAME_READING, "フリガナ ふりがな カナ カナ氏名 氏名カナ 氏名（カナ） 氏名フリガナ お名前カナ シメイ 読み 読みがな よみがな");
    all.put(
        Meaning.BIRTH_DATE,
        "dataurodzenia dataur urodzony datumnarození narozen doğumtarihi dogumtarihi födelsedatum"
            + " fødselsdato fødselsdag syntymäaika születésidátum датарождения др рождения"
            + " ημερομηνίαγέννησης γέννηση تاريخالميلاد 出生日期 生日 出生年月日 出生 生年月日 誕生日 생년월일 생일");
    all.put(
        Meaning.BIRTH_YEAR,
        "rokurodzenia roknarození doğumyılı födelseår fødselsår syntymävuosi годрождения"
            + " έτοςγέννησης سنةالميلاد 出生年份 出生年 生年 출생년도 출생연도");
    all.put(
        Meaning.EMAIL,
        "эл.почта электроннаяпочта почта эл.адрес ηλεκτρονικόταχυδρομείο البريدالإلكتروني الإيميل 邮箱"
            + " 电子邮箱 电子邮件 邮件 メール メールアドレス 電子メール 이메일 메일 eposta sähköposti e-postadress");
    all.put(
        Meaning.PHONE,
        "numertelefonu nrtelefonu komórka puhelin puhelinnumero telefonszám telefonnummer"
            + " mobilnummer ceptel ceptelefonu ceptelefon sabittel телефон тел мобильный мобильныйтелефон номертелефона"
            + " τηλέφωνο κινητό الهاتف هاتف الجوال رقمالهاتف 电话 手机 手机号 手机号码 联系电话 电话号码 電話 電話番号"
            + " 携帯 携帯電話 전화 전화번호 휴대폰 휴대전화 연락처 핸드폰");
    all.put(
        Meaning.STREET,
        "ulica ulicainumer adres adresa ulice adresi gata gatuadress gateadresse katuosoite osoite"
            + " utca cím улица адрес διεύθυνση οδός العنوان الشارع 地址 街道 住址 住所 番地 주소 도로명주소");
    all.put(Meaning.HOUSE_NUMBER, "numerdomu nrdomu домномер дом номердома αριθμός 門牌号 门牌号 番地号");
    all.put(
        Meaning.POSTCODE,
        "kodpocztowy kod psč postnummer postnr postinumero irányítószám postakodu индекс"
            + " почтовыйиндекс тк ταχυδρομικόςκώδικας الرمزالبريدي 邮编 邮政编码 郵便番号 우편번호");
    all.put(
        Meaning.CITY,
        "miasto miejscowość obec město şehir il ilçe postort poststed kaupunki paikkakunta város"
            + " település город населённыйпункт πόλη المدينة مدينة 城市 市 市区町村 市町村 도시 시군구");
    all.put(
        Meaning.STATE,
        "województwo kraj län fylke область регион край νομός περιφέρεια المنطقة المحافظة 省 省份"
            + " 都道府県 시도");
    all.put(Meaning.COUNTRY, "ülke maa ország страна χώρα الدولة البلد 国家 国 国籍 국가");
    all.put(
        Meaning.GENDER,
        "płeć pohlaví cinsiyet kön kjønn køn sukupuoli nem пол φύλο الجنس النوع 性别 性別 성별");
    all.put(
        Meaning.ORGANISATION,
        "przedsiębiorstwo nazwafirmy şirket företag bedrift yritys cég компания организация"
            + " предприятие εταιρεία επωνυμία الشركة شركة 公司 公司名称 企业名称 单位名称 会社 会社名 企業名 회사"
            + " 회사명 상호");
    all.put(Meaning.VAT_ID, "инн огрн αφμ 统一社会信用代码 法人番号 사업자등록번호");
    all.put(Meaning.ID, "pesel снилс αμκα паспорт 身份证 证件号码 证件号 身份证号 身份证号码 주민등록번호 personnummer");
    all.put(
        Meaning.IGNORED,
        "wiek zawód yaş ålder возраст должность примечание ηλικία επάγγελμα العمر 年龄 年齢 职业 職業 证件类型 英文姓名 酒店 年 备注"
            + " 備考 나이 직업 비고");
    return all;
  }
}
