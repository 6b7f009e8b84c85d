package io.customerhub.identity;

import com.google.common.collect.ImmutableSet;
import com.google.common.net.InternetDomainName;
import java.net.IDN;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The domain that an organisation has to itself, from its web and e-mail addresses. */
final class WebDomain {

  private static final int LENGTH = 253;
  private static final int MOST = 8;

  /** Providers of free mail, and sites on which everybody has a page: their name in any country. */
  private static final Set<String> SHARED =
      ImmutableSet.copyOf(
          ("gmail googlemail yahoo ymail rocketmail hotmail outlook live msn aol icloud me mac gmx web"
                  + " freenet t-online mail bk inbox list yandex ya rambler qq 163 126 sina sohu naver"
                  + " daum hanmail proton protonmail zoho fastmail hushmail tutanota tuta orange free"
                  + " laposte sfr wanadoo neuf libero virgilio tiscali alice tin terra uol bol ig"
                  + " comcast verizon att sbcglobal cox charter bellsouth earthlink btinternet sky"
                  + " ntlworld virginmedia talktalk bigpond optusnet telenet skynet ziggo kpnmail"
                  + " planet hetnet bluewin seznam centrum wp o2 onet interia rediffmail ukr abv"
                  + " freemail citromail posteo mailbox telia facebook linkedin instagram twitter x"
                  + " youtube tiktok yelp tripadvisor google wordpress blogspot wix wixsite weebly"
                  + " github etsy ebay amazon")
              .split(" ", -1));

  private WebDomain() {}

  /** Returns the domains, each once, sorted. */
  static List<String> all(String website, List<String> emails) {
    Set<String> domains = new TreeSet<>();
    add(website, domains);
    emails.forEach(email -> add(email.substring(email.lastIndexOf('@') + 1), domains));
    return domains.stream().limit(MOST).toList();
  }

  private static void add(String address, Set<String> domains) {
    String domain = of(address);
    if (!domain.isEmpty()) {
      domains.add(domain);
    }
  }

  /** Returns what was registered of an address; empty if it is none, or many people's. */
  static String of(String address) {
    String host = host(CleanText.folded(address).strip());
    if (host.isEmpty() || host.length() > LENGTH || host.indexOf('.') < 0) {
      return "";
    }
    try {
      InternetDomainName name = InternetDomainName.from(IDN.toASCII(host));
      String registered = name.isUnderPublicSuffix() ? name.topPrivateDomain().toString() : "";
      boolean shared = SHARED.contains(registered.split("\\.", 2)[0]);
      return shared ? "" : registered.toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private static String host(String address) {
    int scheme = address.indexOf("://");
    String rest = scheme < 0 ? address : address.substring(scheme + 3);
    int end = 0;
    while (end < rest.length() && "/?#: \t\\".indexOf(rest.charAt(end)) < 0) {
      end++;
    }
    String host = rest.substring(0, end);
    return host.substring(host.lastIndexOf('@') + 1);
  }
}
