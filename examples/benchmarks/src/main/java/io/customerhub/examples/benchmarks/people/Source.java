package io.customerhub.examples.benchmarks.people;

/** Where rows come from: what each asks for, and how carefully it is typed. */
enum Source {
  SHOP(0.97, 0.50, 0.25, 0.70, 0.10, 0.03),
  TILL(0.45, 0.70, 0.60, 0.50, 0.97, 0.10),
  OFFICE(0.75, 0.80, 0.80, 0.90, 0.30, 0.05),
  CALL_CENTRE(0.30, 0.95, 0.45, 0.60, 0.20, 0.12);

  final double mail;
  final double phone;
  final double born;
  final double home;
  final double card;
  final double typos;

  Source(double mail, double phone, double born, double home, double card, double typos) {
    this.mail = mail;
    this.phone = phone;
    this.born = born;
    this.home = home;
    this.card = card;
    this.typos = typos;
  }
}
