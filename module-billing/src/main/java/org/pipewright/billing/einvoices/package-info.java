/** E-invoices by EN 16931: written from one model as UBL and as CII, and held against the official rules before issue. */
package org.pipewright.billing.einvoices;
