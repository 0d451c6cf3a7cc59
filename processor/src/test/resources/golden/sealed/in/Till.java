package com.acme;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.adze.annotation.Tool;

/** Takes money. */
public class Till {
  /** How to pay. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes(@JsonSubTypes.Type(value = Cash.class, name = "cash"))
  public abstract static sealed class Payment permits Cash, Card {
    private int cents;

    /** Called by subclasses. */
    protected Payment() {}

    /** How much. */
    public int getCents() {
      return cents;
    }

    public void setCents(int cents) {
      this.cents = cents;
    }
  }

  /** Coins and notes. */
  public static final class Cash extends Payment {
    /** Empty at first. */
    public Cash() {}
  }

  /** A card. */
  @JsonTypeName("card")
  public static final class Card extends Payment {
    private final String number;

    /**
     * A card.
     *
     * @param number what is on it
     */
    public Card(String number) {
      this.number = number;
    }

    public String number() {
      return number;
    }
  }

  /**
   * Pays.
   *
   * @param payment how
   */
  @Tool
  public Payment pay(Payment payment) {
    return payment;
  }
}
