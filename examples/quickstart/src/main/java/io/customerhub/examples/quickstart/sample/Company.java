package io.customerhub.examples.quickstart.sample;

import java.util.List;

/** An invented company whose people buy, write and sign. */
record Company(String id, String name, String domain, String industry, int employees) {

  static final List<Company> ALL =
      List.of(
          new Company("c-01", "Kontor Weißhaupt", "kontor-weisshaupt.example", "trade", 45),
          new Company("c-02", "Lumb & Daughters", "lumb-daughters.example", "food", 18),
          new Company("c-03", "Prairie Tool Works", "prairie-tools.example", "industry", 320),
          new Company("c-04", "Atelier du Quai", "atelier-quai.example", "design", 9),
          new Company("c-05", "Hoa Sen Logistics", "hoasen-logistics.example", "transport", 140),
          new Company("c-06", "Młyn Północny", "mlyn-polnocny.example", "food", 60),
          new Company("c-07", "Talleres Ría", "talleres-ria.example", "industry", 27),
          new Company("c-08", "Beacon Hill Clinic", "beacon-clinic.example", "health", 85),
          new Company("c-09", "Juniper Schools", "juniper-schools.example", "education", 410),
          new Company("c-10", "Hafenwerk Ost", "hafenwerk-ost.example", "industry", 230),
          new Company("c-11", "Tre Xanh Studio", "trexanh-studio.example", "design", 14),
          new Company("c-12", "Quarry Road Hotels", "quarryroad-hotels.example", "travel", 175));
}
